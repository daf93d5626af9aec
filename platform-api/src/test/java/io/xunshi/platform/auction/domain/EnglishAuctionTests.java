package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.auction.domain.Bid.Kind;
import io.xunshi.platform.auction.domain.BidDecision.BidAccepted;
import io.xunshi.platform.auction.domain.BidDecision.BidRefused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One tonne, so that a price per tonne is what the lot costs; steps of 3 unless a test says otherwise. */
class EnglishAuctionTests {
    private static final Instant END = Instant.parse("2026-11-27T08:00:00Z");
    private static final Instant EARLY = END.minus(Duration.ofHours(1));
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Bidder ADMITTED = new Bidder(true, true, false);
    private static final int ANNA = 1;
    private static final int BO = 2;
    private static final int CHEN = 3;

    @Test
    void aFirstProxyPaysTheStartHoweverHighItsCeiling() {
        var auction = after(opened(100), Offer.upTo(ANNA, 400));

        assertThat(auction.leader()).isEqualTo(new Leader(ANNA, 100, 400, null));
    }

    @Test
    void theHigherCeilingPaysOneStepOverTheOther() {
        var auction = after(opened(100), Offer.upTo(ANNA, 400), Offer.upTo(BO, 300));

        assertThat(auction.leader()).isEqualTo(new Leader(ANNA, 303, 400, null));
        assertThat(after(opened(100), Offer.upTo(BO, 300), Offer.upTo(ANNA, 400))
                        .leader())
                .isEqualTo(auction.leader());
    }

    @Test
    void aCeilingLessThanAStepOverTheOtherIsPaidInFull() {
        assertThat(after(opened(100), Offer.upTo(ANNA, 300), Offer.upTo(BO, 301))
                        .leader())
                .isEqualTo(new Leader(BO, 301, 301, null));
        assertThat(after(opened(100), Offer.upTo(ANNA, 301), Offer.upTo(BO, 300))
                        .leader())
                .isEqualTo(new Leader(ANNA, 301, 301, null));
    }

    @Test
    void ofEqualCeilingsTheEarlierWinsAtThatCeiling() {
        var auction = after(opened(100), Offer.upTo(ANNA, 300), Offer.upTo(BO, 300));

        assertThat(auction.leader()).isEqualTo(new Leader(ANNA, 300, 300, null));
    }

    @Test
    void raisingOnesOwnCeilingNeverRaisesOnesOwnPrice() {
        var tied = after(opened(100), Offer.upTo(ANNA, 300), Offer.upTo(BO, 300), Offer.upTo(ANNA, 350));

        assertThat(tied.leader()).isEqualTo(new Leader(ANNA, 300, 350, null));
        assertThat(after(tied, Offer.of(ANNA, 380)).leader()).isEqualTo(new Leader(ANNA, 300, 380, null));
        assertThat(after(tied, Offer.upTo(BO, 320)).leader()).isEqualTo(new Leader(ANNA, 323, 350, null));
    }

    @Test
    void aCeilingIsNeverLowered() {
        var auction = after(opened(100), Offer.upTo(ANNA, 300));

        assertThat(refused(auction, Offer.upTo(ANNA, 300))).isEqualTo(new BidRefused(Refusal.CEILING_NOT_RAISED, 301));
        assertThat(refused(auction, Offer.of(ANNA, 200))).isEqualTo(new BidRefused(Refusal.CEILING_NOT_RAISED, 301));
    }

    /** MSTC: the leader stands at 103, climbs by 3 up to 2,000; a rival bids 110; the leader is at 112. */
    @Test
    void whoClimbsByTheirOwnStepGoesOnFromTheirOwnBid() {
        var terms = terms(100, 2);
        var standing = new Offer(ANNA, 103L, 2_000, 3L, true);

        var auction = after(EnglishAuction.opened(terms, END), standing, Offer.of(BO, 110));

        assertThat(auction.leader()).isEqualTo(new Leader(ANNA, 112, 2_000, 3L));
        assertThat(auction.leastFen()).isEqualTo(114);
    }

    @Test
    void whoClimbsByTheirOwnStepStopsAtTheirCeiling() {
        var auction = after(opened(100), new Offer(ANNA, 103L, 120, 5L, false));

        assertThat(after(auction, Offer.of(BO, 118)).leader()).isEqualTo(new Leader(ANNA, 120, 120, 5L));
        assertThat(after(auction, Offer.of(BO, 120)).leader()).isEqualTo(new Leader(ANNA, 120, 120, 5L));
        assertThat(after(auction, Offer.of(BO, 121)).leader()).isEqualTo(new Leader(BO, 121, 121, null));
    }

    @Test
    void anOwnStepIsNoWayAroundTheLadder() {
        assertThat(refused(opened(100), new Offer(ANNA, 100L, 200, 2L, false)))
                .isEqualTo(new BidRefused(Refusal.OWN_STEP_TOO_SMALL, 100));
    }

    @Test
    void aPlainBidIsPaidInFullAndNoMore() {
        var auction = after(opened(100), Offer.of(ANNA, 250));

        assertThat(auction.leader()).isEqualTo(new Leader(ANNA, 250, 250, null));
        assertThat(refused(auction, Offer.of(BO, 252))).isEqualTo(new BidRefused(Refusal.TOO_LOW, 253));
        assertThat(after(auction, Offer.of(BO, 253)).leader()).isEqualTo(new Leader(BO, 253, 253, null));
    }

    @Test
    void theFirstBidMayBeTheStartAndNothingBelow() {
        assertThat(refused(opened(100), Offer.of(ANNA, 99))).isEqualTo(new BidRefused(Refusal.TOO_LOW, 100));
        assertThat(after(opened(100), Offer.of(ANNA, 100)).priceFen()).isEqualTo(100);
    }

    @Test
    void everyAmountIsAMultipleOfTheTick() {
        var auction =
                EnglishAuction.opened(new EnglishTerms(tonne(), 100, 10, Ladder.flat(15), LateBids.DEFAULT, 5), END);

        assertThat(refused(auction, Offer.of(ANNA, 105)).reason()).isEqualTo(Refusal.OFF_TICK);
        assertThat(refused(auction, new Offer(ANNA, 110L, 125, null, false)).reason())
                .isEqualTo(Refusal.OFF_TICK);
        assertThat(refused(auction, new Offer(ANNA, 110L, 200, 25L, false)).reason())
                .isEqualTo(Refusal.OFF_TICK);
        assertThat(after(auction, Offer.of(ANNA, 110)).leastFen()).isEqualTo(130);
    }

    @Test
    void noPriceIsBeyondTheLimit() {
        var auction = opened(Bidding.PRICE_MAX_FEN);

        assertThat(after(auction, Offer.of(ANNA, Bidding.PRICE_MAX_FEN)).bids()).isEqualTo(1);
        assertThat(refused(auction, Offer.upTo(ANNA, Bidding.PRICE_MAX_FEN + 1)).reason())
                .isEqualTo(Refusal.BEYOND_LIMIT);
        assertThat(refused(auction, Offer.upTo(ANNA, Long.MAX_VALUE)).reason()).isEqualTo(Refusal.BEYOND_LIMIT);
    }

    /** Something that large would come out negative. */
    @Test
    void noStepIsBeyondTheLimit() {
        var auction = after(opened(100), Offer.of(ANNA, 100));

        assertThat(refused(auction, new Offer(BO, 103L, 200, Long.MAX_VALUE, false))
                        .reason())
                .isEqualTo(Refusal.BEYOND_LIMIT);
        assertThat(after(auction, new Offer(BO, 103L, 200, Bidding.PRICE_MAX_FEN, false), Offer.of(CHEN, 106))
                        .priceFen())
                .isEqualTo(200);
    }

    @Test
    void aCeilingIsNotBelowItsOwnBid() {
        assertThat(refused(opened(100), new Offer(ANNA, 150L, 120, null, false)))
                .isEqualTo(new BidRefused(Refusal.CEILING_BELOW_AMOUNT, 100));
    }

    /** Five times the price: 499 is a bid, 500 a question, and an answered question a bid. */
    @Test
    void fiveTimesThePriceHasToBeConfirmed() {
        var auction = after(opened(100), Offer.of(ANNA, 100));

        assertThat(after(auction, Offer.of(BO, 499)).priceFen()).isEqualTo(499);
        assertThat(refused(auction, Offer.of(BO, 500))).isEqualTo(new BidRefused(Refusal.UNCONFIRMED, 103));
        assertThat(refused(auction, Offer.upTo(BO, 500)).reason()).isEqualTo(Refusal.UNCONFIRMED);
        assertThat(refused(auction, Offer.upTo(ANNA, 500)).reason()).isEqualTo(Refusal.UNCONFIRMED);
        assertThat(after(auction, Offer.of(BO, 500).confirmedToo()).priceFen()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, false, NO_DEPOSIT",
        "true, false, false, NOT_LICENSED",
        "true, true, true, CONTROLLED_WITH_SELLER",
        "false, false, true, CONTROLLED_WITH_SELLER"
    })
    void onlyWhoMayBidIsHeard(boolean deposit, boolean licensed, boolean controlled, Refusal reason) {
        var decision = opened(100).judge(Offer.of(ANNA, 100), new Bidder(deposit, licensed, controlled), EARLY);

        assertThat(decision).isEqualTo(new BidRefused(reason, 100));
    }

    @Test
    void aBidCountsUpToTheLastMomentBeforeTheEnd() {
        var auction = after(opened(100), Offer.of(ANNA, 100));

        assertThat(auction.judge(Offer.of(BO, 103), ADMITTED, END.minus(TICK))).isInstanceOf(BidAccepted.class);
        assertThat(auction.judge(Offer.of(BO, 103), ADMITTED, END)).isEqualTo(new BidRefused(Refusal.NOT_OPEN, 103));
    }

    @Test
    void aLateBidGivesEverybodyAWholeWindow() {
        var window = Duration.ofSeconds(300);

        assertThat(endAfterBidAt(END.minus(window).minus(TICK))).isEqualTo(END);
        assertThat(endAfterBidAt(END.minus(window))).isEqualTo(END);
        assertThat(endAfterBidAt(END.minus(window).plus(TICK))).isEqualTo(END.plus(TICK));
        assertThat(endAfterBidAt(END.minus(TICK))).isEqualTo(END.minus(TICK).plus(window));
    }

    @Test
    void theEndMovesNoMoreOftenThanTheTermsSay() {
        var lateBids = new LateBids(Duration.ofSeconds(120), 2);
        var auction = EnglishAuction.opened(new EnglishTerms(tonne(), 100, 1, Ladder.flat(3), lateBids, 5), END);
        var paddle = ANNA;
        for (int i = 0; i < 5; i++) {
            auction = accepted(
                            auction,
                            Offer.of(paddle, auction.leastFen()),
                            auction.endsAt().minusSeconds(1))
                    .after();
            paddle = paddle == ANNA ? BO : ANNA;
        }

        assertThat(auction.extensions()).isEqualTo(2);
        assertThat(auction.extensions()).isPositive();
        assertThat(auction.endsAt()).isEqualTo(END.plusSeconds(2 * 119));
    }

    @Test
    void aRaiseMovesNoEndForItMovesNoPrice() {
        var auction = after(opened(100), Offer.upTo(ANNA, 200));

        var raise = accepted(auction, Offer.upTo(ANNA, 300), END.minus(TICK));

        assertThat(raise.bid().kind()).isEqualTo(Kind.RAISE);
        assertThat(raise.after().endsAt()).isEqualTo(END);
        assertThat(raise.after().extensions()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"119", "601"})
    void theWindowIsTwoToTenMinutes(int seconds) {
        var window = Duration.ofSeconds(seconds);

        assertThatThrownBy(() -> new LateBids(window, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyBidHasTheNextNumber() {
        var first = accepted(opened(100), Offer.upTo(ANNA, 200), EARLY);
        var second = accepted(first.after(), Offer.of(BO, 150), EARLY);
        var third = accepted(second.after(), Offer.of(CHEN, 203), EARLY);

        assertThat(second.bid()).isEqualTo(new Bid(2, BO, Kind.BID, 150, 150, null, EARLY, 153, ANNA, END));
        assertThat(third.bid()).isEqualTo(new Bid(3, CHEN, Kind.BID, 203, 203, null, EARLY, 203, CHEN, END));
    }

    @Test
    void whatIsShownOfABidHidesTheCeilingUntilThePriceHasReachedIt() {
        var bid = accepted(opened(100), Offer.upTo(ANNA, 200), EARLY).bid();

        assertThat(bid.shownAt(150).ceilingFen()).isEqualTo(150);
        assertThat(bid.shownAt(200).ceilingFen()).isEqualTo(200);
        assertThat(bid.shownAt(250).ceilingFen()).isEqualTo(200);
    }

    private static Instant endAfterBidAt(Instant at) {
        return accepted(opened(100), Offer.of(ANNA, 100), at).after().endsAt();
    }

    private static EnglishAuction opened(long start) {
        return EnglishAuction.opened(terms(start, 3), END);
    }

    private static EnglishTerms terms(long start, long step) {
        return new EnglishTerms(tonne(), start, 1, Ladder.flat(step), LateBids.DEFAULT, 5);
    }

    private static LotQuantity tonne() {
        return LotQuantity.ofGrams(LotQuantity.GRAMS_PER_TONNE);
    }

    private static EnglishAuction after(EnglishAuction auction, Offer... offers) {
        var last = auction;
        for (var offer : offers) {
            last = accepted(last, offer, EARLY).after();
        }
        return last;
    }

    private static BidAccepted accepted(EnglishAuction auction, Offer offer, Instant at) {
        return (BidAccepted) auction.judge(offer, ADMITTED, at);
    }

    private static BidRefused refused(EnglishAuction auction, Offer offer) {
        return (BidRefused) auction.judge(offer, ADMITTED, EARLY);
    }
}
