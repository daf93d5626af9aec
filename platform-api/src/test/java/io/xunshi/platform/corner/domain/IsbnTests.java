package io.xunshi.platform.corner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTests {
    private final Random random = new Random(20261126);

    /** The examples of the ISBN users' manual and of Wikipedia's article. */
    @ParameterizedTest
    @CsvSource({
        "978-0-306-40615-7, 9780306406157",
        "0-306-40615-2, 9780306406157",
        "99921-58-10-7, 9789992158104",
        "080442957X, 9780804429573",
        "0-8044-2957-x, 9780804429573",
        "ISBN 978 3 16 148410 0, 9783161484100",
        "979-10-90636-07-1, 9791090636071",
        "９７８０３０６４０６１５７, 9780306406157",
    })
    void everyWayOfWritingIsTheSameNumber(String typed, String stored) {
        assertThat(Isbn.parse(typed)).contains(new Isbn(stored));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9780306406158",
                "0306406153",
                "97803064061",
                "9770306406157",
                "X306406152",
                "978030640615X",
                "B000-0000-0000-0",
                "书"
            })
    void whatIsNoNumberIsNone(String typed) {
        assertThat(Isbn.parse(typed)).isEmpty();
    }

    @Test
    void whatIsStoredReadsBackAndEveryNumberOfTenIsOneOfThirteen() {
        for (int i = 0; i < 20_000; i++) {
            var nine = "%09d".formatted(random.nextInt(1_000_000_000));
            var thirteen = Isbn.ofFirstTwelve("978" + nine);

            assertThat(Isbn.parse(thirteen.digits())).contains(thirteen);
            assertThat(Isbn.parse(nine + checkCharacterOfTen(nine))).contains(thirteen);
        }
    }

    @Test
    void everySingleWrongDigitIsFound() {
        for (int round = 0; round < 500; round++) {
            var right = Isbn.ofFirstTwelve(
                            (random.nextBoolean() ? "978" : "979") + "%09d".formatted(random.nextInt(1_000_000_000)))
                    .digits();
            for (int place = 3; place < 13; place++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    var typed = right.substring(0, place) + digit + right.substring(place + 1);
                    assertThat(Isbn.parse(typed).isPresent()).as(typed).isEqualTo(typed.equals(right));
                }
            }
        }
    }

    @Test
    void onlyNormalNumbersCanBeMade() {
        assertThatThrownBy(() -> new Isbn("0306406152")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Isbn("9780306406158")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Reckoned from the definition another way: the sum of the digits' products with 1 to 9, by eleven. */
    private static char checkCharacterOfTen(String nine) {
        var sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (i + 1) * Character.digit(nine.charAt(i), 10);
        }
        return sum % 11 == 10 ? 'X' : Character.forDigit(sum % 11, 10);
    }
}
