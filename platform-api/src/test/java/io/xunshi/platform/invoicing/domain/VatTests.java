package io.xunshi.platform.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Splitting a price into what it is without tax and the tax, to the fen. */
class VatTests {
    private static final List<Integer> RATES = List.of(0, 100, 300, 1_300);

    @Test
    void thePartsOfAPriceAreThePrice() {
        assertThat(Vat.within(31_200_000, 1_300)).isEqualTo(new Vat(27_610_619, 3_589_381));
        assertThat(Vat.within(10_000, 100)).isEqualTo(new Vat(9_901, 99));
        assertThat(Vat.within(10_000, 0)).isEqualTo(new Vat(10_000, 0));
        assertThat(Vat.within(1, 1_300)).isEqualTo(new Vat(1, 0));
    }

    @Test
    void noFenIsLostAndTheNetAmountIsTheNearestThereIs() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var gross = i < 5_000 ? i : random.nextLong(10_000_000_000_000L);
            var rate = RATES.get(random.nextInt(RATES.size()));

            var vat = Vat.within(gross, rate);

            assertThat(vat.gross()).isEqualTo(gross);
            assertThat(vat.isAt(rate)).as("%d at %d", gross, rate).isTrue();
            assertThat(distance(vat.net(), gross, rate))
                    .isLessThanOrEqualTo(distance(vat.net() + 1, gross, rate))
                    .isLessThanOrEqualTo(distance(Math.max(0, vat.net() - 1), gross, rate));
        }
    }

    /** So it makes no difference whether the tax system rounds half up or half even. */
    @Test
    void noPriceLiesExactlyBetweenTwoNetAmounts() {
        for (int rate : RATES) {
            for (long gross = 0; gross < 12_000; gross++) {
                var twice = 2 * gross * 10_000;
                var whole = 10_000 + rate;
                assertThat(twice % whole == 0 && twice / whole % 2 != 0).isFalse();
            }
        }
    }

    @Test
    void aFenMoreOrLessIsTheRateAndTwoAreNot() {
        assertThat(new Vat(27_610_619, 3_589_380).isAt(1_300)).isTrue();
        assertThat(new Vat(27_610_619, 3_589_381).isAt(1_300)).isTrue();
        assertThat(new Vat(27_610_619, 3_589_382).isAt(1_300)).isFalse();
        assertThat(new Vat(27_610_619, 3_589_379).isAt(1_300)).isFalse();
    }

    /** How far the exact gross amount of a net one is from the price, in ten thousandths of a fen. */
    private static BigInteger distance(long net, long gross, int rate) {
        return BigInteger.valueOf(net)
                .multiply(BigInteger.valueOf(10_000 + rate))
                .subtract(BigInteger.valueOf(gross).multiply(BigInteger.valueOf(10_000)))
                .abs();
    }
}
