package io.xunshi.platform.regulation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.vehicle.Vin;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 16735-2019: seventeen characters, none of them I, O or Q, and a check digit at the ninth place. */
class VinNumbersTests {
    private static final int DRAWS = 2_000;
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String THEIR_VALUES = "12345678123457923456789";

    @ParameterizedTest
    @ValueSource(strings = {"1M8GDM9AXKP042788", "11111111111111111", "5GZCZ43D13S812715"})
    void numbersThatStandInPublishedExamplesAreValid(String number) {
        assertThat(VinNumbers.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1M8GDM9A1KP042788",
                "1M8GDM9AXKP04278",
                "1M8GDM9AXKP0427889",
                "1M8GDM9AXKPO42788",
                "IM8GDM9AXKP042788",
                "QM8GDM9AXKP042788",
                "1m8gdm9axkp042788",
                ""
            })
    void anyOtherFormIsNot(String number) {
        assertThat(VinNumbers.isValid(number)).isFalse();
    }

    @Test
    void oneWrongCharacterIsAlwaysNoticedUnlessItCountsTheSame() {
        var random = new Random(16735);
        for (int draw = 0; draw < DRAWS; draw++) {
            var number = Vin.any(random);
            var place = random.nextInt(17);
            var other = Vin.any(random).charAt(place);
            var mistyped = number.substring(0, place) + other + number.substring(place + 1);

            assertThat(VinNumbers.isValid(number)).as(number).isTrue();
            if (valueOf(other) != valueOf(number.charAt(place))) {
                assertThat(VinNumbers.isValid(mistyped)).as(mistyped).isFalse();
            }
        }
    }

    private static int valueOf(char character) {
        var place = LETTERS.indexOf(character);
        return place < 0 ? character - '0' : THEIR_VALUES.charAt(place) - '0';
    }
}
