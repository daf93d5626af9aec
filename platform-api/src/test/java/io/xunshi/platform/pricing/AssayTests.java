package io.xunshi.platform.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.pricing.Assay.Agreed;
import io.xunshi.platform.pricing.Assay.Alone;
import io.xunshi.platform.pricing.Assay.Disputed;
import io.xunshi.platform.pricing.Assay.Missing;
import io.xunshi.platform.pricing.Assay.Umpired;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How two readings of one sample are settled. */
class AssayTests {

    @Test
    void readingsWithinTheLimitAreSplit() {
        assertThat(new Assay("al_pct", 30, 9_250L, 9_220L, null).outcome()).isEqualTo(new Agreed(9_235));
        assertThat(new Assay("al_pct", 30, 9_250L, 9_219L, null).outcome()).isEqualTo(new Disputed(9_234));
        // Half a hundredth goes to the even one.
        assertThat(new Assay("al_pct", 30, 9_250L, 9_221L, null).outcome()).isEqualTo(new Agreed(9_236));
    }

    @Test
    void anUmpireBetweenTheTwoCounts() {
        assertThat(new Assay("al_pct", 30, 9_300L, 9_200L, 9_240L).outcome())
                .isEqualTo(new Umpired(9_240, Side.SELLER));
        assertThat(new Assay("al_pct", 30, 9_300L, 9_200L, 9_260L).outcome()).isEqualTo(new Umpired(9_260, Side.BUYER));
    }

    @Test
    void anUmpireOutsideDecidesForTheNearerSide() {
        assertThat(new Assay("al_pct", 30, 9_300L, 9_200L, 9_350L).outcome()).isEqualTo(new Umpired(9_300, Side.BUYER));
        assertThat(new Assay("al_pct", 30, 9_300L, 9_200L, 9_100L).outcome())
                .isEqualTo(new Umpired(9_200, Side.SELLER));
    }

    @Test
    void anUmpireInTheMiddleLetsBothPay() {
        assertThat(new Assay("al_pct", 30, 9_300L, 9_200L, 9_250L).outcome()).isEqualTo(new Umpired(9_250, null));
    }

    @Test
    void oneReadingIsNoAgreement() {
        assertThat(new Assay("al_pct", 30, null, null, 9_250L).outcome()).isEqualTo(new Missing());
        assertThat(new Assay("al_pct", 30, null, 9_200L, null).outcome()).isEqualTo(new Alone(9_200));
    }

    @Test
    void whatCountsIsBetweenTheTwoReadings() {
        var random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            var seller = random.nextLong(10_000);
            var buyer = random.nextLong(10_000);
            var umpire = random.nextBoolean() ? random.nextLong(10_000) : null;
            var value = switch (new Assay("al_pct", random.nextLong(200), seller, buyer, umpire).outcome()) {
                case Agreed(long agreed) -> agreed;
                case Disputed(long standIn) -> standIn;
                case Umpired(long umpired, Side ignored) -> umpired;
                case Alone(long alone) -> throw new AssertionError(alone);
                case Missing() -> throw new AssertionError();
            };
            assertThat(value).isBetween(Math.min(seller, buyer), Math.max(seller, buyer));
        }
    }
}
