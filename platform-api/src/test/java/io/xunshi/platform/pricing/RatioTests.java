package io.xunshi.platform.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatioTests {

    @Test
    void halvesGoToTheEvenNumber() {
        assertThat(Ratio.of(5, 2).rounded()).isEqualTo(2);
        assertThat(Ratio.of(7, 2).rounded()).isEqualTo(4);
        assertThat(Ratio.of(-5, 2).rounded()).isEqualTo(-2);
        assertThat(Ratio.of(-7, 2).rounded()).isEqualTo(-4);
        assertThat(Ratio.of(1, 2).rounded()).isZero();
        assertThat(Ratio.of(25_000_001, 10_000_000).rounded()).isEqualTo(3);
    }

    @Test
    void roundingIsThatOfBigDecimal() {
        var random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            var numerator = random.nextLong(-2_000, 2_000);
            var denominator = (long) Math.pow(2, random.nextInt(6));
            var expected = new BigDecimal(numerator)
                    .divide(new BigDecimal(denominator))
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            assertThat(Ratio.of(numerator, denominator).rounded()).isEqualTo(expected);
        }
    }

    @Test
    void nothingIsLostOnTheWay() {
        var third = Ratio.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Ratio.of(1)).hasSameHashCodeAs(Ratio.of(1));
        assertThat(Ratio.of(7).dividedBy(Ratio.basisPoints(8_800)).times(Ratio.basisPoints(8_800)))
                .isEqualTo(Ratio.of(7));
        assertThat(Ratio.of(2, -4)).isEqualTo(Ratio.of(-1, 2)).hasToString("-1/2");
    }

    @Test
    void whatNoLongHoldsIsAnErrorAndNotAnotherNumber() {
        var large = Ratio.of(Long.MAX_VALUE).times(Ratio.of(10));
        assertThat(large.dividedBy(Ratio.of(10)).rounded()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(large::rounded).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> large.dividedBy(Ratio.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aStepIsRoundedTo() {
        assertThat(Ratio.of(19_471_104_545L, 1_000).roundedTo(1_000)).isEqualTo(19_471_000);
        assertThat(Ratio.of(30).roundedTo(20)).isEqualTo(40);
        assertThat(Ratio.of(50).roundedTo(20)).isEqualTo(40);
    }
}
