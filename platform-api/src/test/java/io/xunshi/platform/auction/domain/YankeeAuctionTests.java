package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.auction.domain.YankeeAuction.Allotment;
import io.xunshi.platform.auction.domain.YankeeAuction.Decision.Placed;
import io.xunshi.platform.auction.domain.YankeeAuction.Decision.Refused;
import io.xunshi.platform.auction.domain.YankeeAuction.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Twenty times five hundred tonnes, as mjunction sells iron ore: ten thousand tonnes in units of five hundred. */
class YankeeAuctionTests {
    private static final Instant START = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(2));
    private static final Bidder ADMITTED = new Bidder(true, true, false);
    private static final long UNIT = 500 * LotQuantity.GRAMS_PER_TONNE;
    private static final int UNITS = 20;
    private static final Terms TERMS = new Terms(LotQuantity.ofGrams(UNITS * UNIT), UNIT, 100_000, 1_000, START, END);

    @Test
    void theHigherPriceIsServedBeforeTheLargerQuantityAndThatBeforeTheEarlierBid() {
        var auction = opened().bid(1, 120_000, 4, false)
                .bid(2, 120_000, 6, false)
                .bid(3, 121_000, 2, false)
                .bid(4, 120_000, 6, false)
                .auction();

        assertThat(auction.allotments())
                .containsExactly(
                        allotment(3, 2, 121_000),
                        allotment(2, 6, 120_000),
                        allotment(4, 6, 120_000),
                        allotment(1, 4, 120_000));
    }

    @Test
    void whoeverIsAtTheMarginGetsTheRestIfTheyTakeLess() {
        var bids = opened().bid(1, 130_000, 15, false);

        assertThat(bids.bid(2, 120_000, 8, true).auction().allotments())
                .containsExactly(allotment(1, 15, 130_000), allotment(2, 5, 120_000));
        assertThat(bids.bid(2, 120_000, 8, false).auction().allotments()).containsExactly(allotment(1, 15, 130_000));
    }

    @Test
    void whatTheMarginalBidderDoesNotTakeGoesToTheNextItIsEnoughFor() {
        var auction = opened().bid(1, 130_000, 15, false)
                .bid(2, 120_000, 8, false)
                .bid(3, 110_000, 5, false)
                .auction();

        assertThat(auction.allotments()).containsExactly(allotment(1, 15, 130_000), allotment(3, 5, 110_000));
    }

    @Test
    void anImprovedBidTakesThePlaceOfTheOldOneAndQueuesAgain() {
        var auction = opened().bid(1, 110_000, 20, false)
                .bid(2, 120_000, 20, false)
                .bid(1, 120_000, 20, false)
                .auction();

        assertThat(auction.standing()).hasSize(2);
        assertThat(auction.allotments()).containsExactly(allotment(2, 20, 120_000));
    }

    @Test
    void aBidIsNeverWorsened() {
        var auction = opened().bid(1, 120_000, 10, false).auction();

        assertThat(reason(auction, 1, 119_000, 12 * UNIT)).isEqualTo(Refusal.NOT_BETTER);
        assertThat(reason(auction, 1, 125_000, 9 * UNIT)).isEqualTo(Refusal.NOT_BETTER);
        assertThat(reason(auction, 1, 120_000, 10 * UNIT)).isEqualTo(Refusal.NOT_BETTER);
    }

    @Test
    void whatCannotBeServedIsNotTaken() {
        var auction = YankeeAuction.opened(TERMS);

        assertThat(reason(auction, 1, 99_000, UNIT)).isEqualTo(Refusal.TOO_LOW);
        assertThat(reason(auction, 1, 100_500, UNIT)).isEqualTo(Refusal.OFF_TICK);
        assertThat(reason(auction, 1, Long.MAX_VALUE, UNIT)).isEqualTo(Refusal.BEYOND_LIMIT);
        assertThat(reason(auction, 1, 100_000, UNIT - 1)).isEqualTo(Refusal.QUANTITY_TOO_SMALL);
        assertThat(reason(auction, 1, 100_000, 0)).isEqualTo(Refusal.QUANTITY_TOO_SMALL);
        assertThat(reason(auction, 1, 100_000, 21 * UNIT)).isEqualTo(Refusal.QUANTITY_TOO_LARGE);
        assertThat(auction.place(1, 100_000, UNIT, false, ADMITTED, END))
                .isEqualTo(new Refused(Refusal.NOT_OPEN, 100_000));
        assertThat(auction.place(1, 100_000, UNIT, false, new Bidder(true, false, false), START))
                .isEqualTo(new Refused(Refusal.NOT_LICENSED, 100_000));
    }

    /** Against somebody who hands out unit after unit, each to the best bid that is not served yet. */
    @Test
    void theSameAsHandingOutUnitAfterUnit() {
        var random = new Random(20261127);
        for (int run = 0; run < 5_000; run++) {
            var auction = YankeeAuction.opened(TERMS);
            for (int i = 0; i < 12; i++) {
                var price = 100_000 + 1_000L * random.nextInt(4);
                var quantity = UNIT * (1 + random.nextInt(9));
                var decision =
                        auction.place(1 + random.nextInt(7), price, quantity, random.nextBoolean(), ADMITTED, START);
                auction = decision instanceof Placed(var after, var bid) ? after : auction;
            }

            assertThat(auction.allotments()).containsExactlyElementsOf(handedOut(auction.standing()));
        }
    }

    private static List<Allotment> handedOut(List<YankeeBid> bids) {
        var left = UNITS;
        var seen = new HashSet<YankeeBid>();
        var allotments = new ArrayList<Allotment>();
        while (seen.size() < bids.size()) {
            var best = bids.stream()
                    .filter(bid -> !seen.contains(bid))
                    .reduce((one, other) -> isBetter(other, one) ? other : one)
                    .orElseThrow();
            seen.add(best);
            var units = 0;
            while (units < best.quantity() / UNIT && units < left) {
                units++;
            }
            if (units > 0 && (best.takesLess() || units == best.quantity() / UNIT)) {
                allotments.add(new Allotment(best.paddle(), units * UNIT, best.priceFen()));
                left -= units;
            }
        }
        return allotments;
    }

    private static boolean isBetter(YankeeBid one, YankeeBid other) {
        if (one.priceFen() != other.priceFen()) {
            return one.priceFen() > other.priceFen();
        }
        return one.quantity() == other.quantity()
                ? one.sequence() < other.sequence()
                : one.quantity() > other.quantity();
    }

    private static Allotment allotment(int paddle, int units, long price) {
        return new Allotment(paddle, units * UNIT, price);
    }

    private static Refusal reason(YankeeAuction auction, int paddle, long price, long quantity) {
        return ((Refused) auction.place(paddle, price, quantity, false, ADMITTED, START)).reason();
    }

    private static Bids opened() {
        return new Bids(YankeeAuction.opened(TERMS));
    }

    /** An auction to which bids are added one after the other. */
    private record Bids(YankeeAuction auction) {

        Bids bid(int paddle, long price, int units, boolean takesLess) {
            return new Bids(((Placed) auction.place(paddle, price, units * UNIT, takesLess, ADMITTED, START)).after());
        }
    }
}
