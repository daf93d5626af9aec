package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.auction.domain.Ladder.Rung;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTests {
    private static final LotQuantity TWENTY_EIGHT_TONNES = LotQuantity.ofGrams(28_000_000);

    /** Both in yuan: what the lot is worth, and by how much it has to cost more. */
    @ParameterizedTest
    @CsvSource({
        "0, 100",
        "9999, 100",
        "10000, 500",
        "99999, 500",
        "100000, 2000",
        "999999, 2000",
        "1000000, 10000",
        "9999999, 10000",
        "10000000, 50000",
        "900000000, 50000"
    })
    void theStepGrowsWithWhatTheWholeLotIsWorth(long worth, long step) {
        assertThat(Ladder.DEFAULT.stepAt(worth * 100)).isEqualTo(step * 100);
    }

    /** 28 t at 16,500 yuan are 462,000 yuan: 2,000 more for the lot are 71.43 per tonne, and 80 on a tick of 10. */
    @Test
    void aStepIsRoundedUpToTheFenPerTonneAndThenToTheTick() {
        assertThat(TWENTY_EIGHT_TONNES.valueAt(1_650_000)).isEqualTo(46_200_000);
        assertThat(TWENTY_EIGHT_TONNES.riseFor(200_000)).isEqualTo(7_143);
        assertThat(terms(TWENTY_EIGHT_TONNES, 1).leastOver(1_650_000)).isEqualTo(1_657_143);
        assertThat(terms(TWENTY_EIGHT_TONNES, 1_000).leastOver(1_650_000)).isEqualTo(1_658_000);
    }

    @Test
    void ofALightLotAStepIsManyTicksAndOfAHeavyOneAtLeastOne() {
        assertThat(terms(LotQuantity.ofGrams(1), 1).stepOver(1)).isEqualTo(10_000_000_000L);
        assertThat(terms(LotQuantity.ofGrams(LotQuantity.AMOUNT_MAX), 1_000).stepOver(1_000_000))
                .isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"1, 500000, 0", "1, 500001, 1", "3, 500000, 2", "1450_00, 19471_000, 28232_95"})
    void aValueIsRoundedHalfEvenOnce(String price, String grams, String value) {
        assertThat(LotQuantity.ofGrams(number(grams)).valueAt(number(price))).isEqualTo(number(value));
    }

    @Test
    void theLargestLotAtTheHighestPriceIsStillCounted() {
        assertThat(LotQuantity.ofGrams(LotQuantity.AMOUNT_MAX).valueAt(Bidding.PRICE_MAX_FEN))
                .isEqualTo(100_000_000_000_000_000L);
    }

    @Test
    void aLadderThatGoesDownIsNone() {
        assertThatThrownBy(() -> new Ladder(List.of(new Rung(100, 5), new Rung(100, 6)), 7))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ladder(List.of(new Rung(100, 5), new Rung(200, 4)), 7))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ladder(List.of(new Rung(100, 5)), 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ladder.flat(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static EnglishTerms terms(LotQuantity lot, long tick) {
        return new EnglishTerms(lot, tick, tick, Ladder.DEFAULT, LateBids.DEFAULT, EnglishTerms.FAT_FINGER_FACTOR);
    }

    private static long number(String grouped) {
        return Long.parseLong(grouped.replace("_", ""));
    }
}
