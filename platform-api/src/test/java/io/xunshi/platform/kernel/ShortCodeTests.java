package io.xunshi.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShortCodeTests {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private final Random random = new Random(20261123);

    @Test
    void aCodeIsShownInGroupsAndChecksItself() {
        var code = ShortCode.of('D', new UUID(random.nextLong(), random.nextLong()));

        assertThat(code).matches("D[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
        assertThat(ShortCode.isValid(code)).isTrue();
    }

    @Test
    void everySingleMistypedCharacterIsFound() {
        for (int round = 0; round < 50; round++) {
            var code = ShortCode.of('L', new UUID(random.nextLong(), random.nextLong()))
                    .replace("-", "");
            for (int i = 0; i < code.length(); i++) {
                for (var other : ALPHABET.toCharArray()) {
                    var mistyped = new StringBuilder(code);
                    mistyped.setCharAt(i, other);
                    assertThat(ShortCode.isValid(mistyped.toString()))
                            .as("%s for %s", mistyped, code)
                            .isEqualTo(other == code.charAt(i));
                }
            }
        }
    }

    @Test
    void lettersThatTheEyeMistakesAreMended() {
        var code = ShortCode.of('D', new UUID(0, 0));

        assertThat(code).startsWith("D000-0000-0000-");
        assertThat(ShortCode.normalize("dOOO oooo0000" + code.charAt(code.length() - 1)))
                .isEqualTo(code);
    }

    @Test
    void whatIsNoCodeIsNotValid() {
        assertThat(ShortCode.isValid("")).isFalse();
        assertThat(ShortCode.isValid("D000")).isFalse();
        assertThat(ShortCode.isValid("书柜书柜书柜书柜书柜书柜书")).isFalse();
        assertThat(ShortCode.normalize("' or 1=1 --")).isEqualTo("0R11");
        assertThat(ShortCode.normalize("")).isEmpty();
    }

    @Test
    void codesOfManyIdsDoNotCollide() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 100_000; i++) {
            codes.add(ShortCode.of('D', new UUID(random.nextLong(), random.nextLong())));
        }

        assertThat(codes).hasSize(100_000);
    }
}
