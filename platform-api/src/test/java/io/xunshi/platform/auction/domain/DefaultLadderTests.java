package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.DepositState;
import io.xunshi.platform.auction.domain.Award.Place;
import io.xunshi.platform.auction.domain.BidDecision.BidAccepted;
import io.xunshi.platform.auction.domain.Closing.BelowReserve;
import io.xunshi.platform.auction.domain.Closing.NoBids;
import io.xunshi.platform.auction.domain.Closing.Won;
import io.xunshi.platform.auction.domain.DefaultLadder.OfferedToSecond;
import io.xunshi.platform.auction.domain.DefaultLadder.Relisted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultLadderTests {
    private static final Instant END = Instant.parse("2026-11-27T08:00:00Z");
    private static final String NONCE = "00".repeat(Commitment.NONCE_BYTES);
    private static final long TONNE = LotQuantity.GRAMS_PER_TONNE;
    private static final int ANNA = 1;
    private static final int BO = 2;
    private static final int CHEN = 3;

    @Test
    void anAuctionWithoutBidsFails() {
        assertThat(Closing.of(new Held().auction, null)).isEqualTo(new NoBids());
    }

    @Test
    void theReserveIsMetByItsOwnAmountAndNothingLess() {
        var held = new Held(Offer.of(ANNA, 300));

        assertThat(Closing.of(held.auction, null))
                .isEqualTo(new Won(List.of(new Award(Place.WINNER, ANNA, TONNE, 300))));
        assertThat(Closing.of(held.auction, new Reserve(300, NONCE))).isInstanceOf(Won.class);
        assertThat(Closing.of(held.auction, new Reserve(301, NONCE)))
                .isEqualTo(new BelowReserve(new Award(Place.WINNER, ANNA, TONNE, 300)));
    }

    /** A ceiling that would meet the reserve is not looked at: the price is what bidding came to. */
    @Test
    void aHiddenCeilingMeetsNoReserve() {
        var held = new Held(Offer.upTo(ANNA, 400));

        assertThat(Closing.of(held.auction, new Reserve(101, NONCE))).isInstanceOf(BelowReserve.class);
    }

    @Test
    void whereTheWinnerFailsWhoBidNextIsAskedAtTheirOwnPrice() {
        var held = new Held(Offer.upTo(ANNA, 400), Offer.upTo(BO, 300), Offer.of(CHEN, 310), Offer.of(BO, 350));
        var award = ((Won) Closing.of(held.auction, null)).awards().getFirst();

        assertThat(award).isEqualTo(new Award(Place.WINNER, ANNA, TONNE, 353));
        assertThat(DefaultLadder.after(award, false, held.nextAfter(award), null))
                .isEqualTo(new OfferedToSecond(new Award(Place.SECOND, BO, TONNE, 350)));
        assertThat(DefaultLadder.depositAfter(award, false)).contains(DepositState.FORFEITED);
    }

    @Test
    void ofEqualsWhoOfferedFirstIsAsked() {
        var held = new Held(Offer.upTo(ANNA, 300), Offer.upTo(BO, 300), Offer.of(CHEN, 400));
        var award = ((Won) Closing.of(held.auction, null)).awards().getFirst();

        assertThat(DefaultLadder.after(award, false, held.nextAfter(award), null))
                .isEqualTo(new OfferedToSecond(new Award(Place.SECOND, ANNA, TONNE, 300)));
    }

    @Test
    void nobodyIsAskedBelowTheReserve() {
        var held = new Held(Offer.upTo(ANNA, 400), Offer.upTo(BO, 300));
        var award = new Award(Place.WINNER, ANNA, TONNE, 303);

        assertThat(DefaultLadder.after(award, false, held.nextAfter(award), new Reserve(301, NONCE)))
                .isEqualTo(new Relisted(AuctionCause.WINNER_FAILED));
        assertThat(DefaultLadder.after(award, false, held.nextAfter(award), new Reserve(300, NONCE)))
                .isInstanceOf(OfferedToSecond.class);
    }

    @Test
    void whereNobodyElseBidTheLotIsFreeAgain() {
        var held = new Held(Offer.of(ANNA, 300), Offer.of(ANNA, 350));

        var award = new Award(Place.WINNER, ANNA, TONNE, 300);

        assertThat(DefaultLadder.after(award, false, held.nextAfter(award), null))
                .isEqualTo(new Relisted(AuctionCause.WINNER_FAILED));
    }

    @Test
    void theSecondIsFreeToDeclineAndNobodyIsAskedAfterThem() {
        var held = new Held(Offer.of(CHEN, 200), Offer.upTo(BO, 300), Offer.upTo(ANNA, 400));
        var award = new Award(Place.SECOND, BO, TONNE, 300);

        assertThat(DefaultLadder.after(award, false, held.nextAfter(award), null))
                .isEqualTo(new Relisted(AuctionCause.SECOND_DECLINED));
        assertThat(DefaultLadder.depositAfter(award, false)).isEmpty();
    }

    @Test
    void whereTheSellerFailsTheWinnerHasTheDepositBack() {
        var held = new Held(Offer.upTo(BO, 300), Offer.upTo(ANNA, 400));
        var award = new Award(Place.WINNER, ANNA, TONNE, 303);

        assertThat(DefaultLadder.after(award, true, held.nextAfter(award), null))
                .isEqualTo(new Relisted(AuctionCause.SELLER_FAILED));
        assertThat(DefaultLadder.depositAfter(award, true)).contains(DepositState.REFUNDED);
    }

    /** An auction of one tonne from 100 in steps of 3, with its bids. */
    private static final class Held {
        private EnglishAuction auction = EnglishAuction.opened(
                new EnglishTerms(LotQuantity.ofGrams(TONNE), 100, 1, Ladder.flat(3), LateBids.DEFAULT, 5), END);
        private final List<Bid> bids = new ArrayList<>();

        Optional<Award> nextAfter(Award award) {
            return Award.second(bids, award);
        }

        Held(Offer... offers) {
            for (var offer : offers) {
                var taken = (BidAccepted)
                        auction.judge(offer, new Bidder(true, true, false), END.minus(Duration.ofHours(1)));
                auction = taken.after();
                bids.add(taken.bid());
            }
        }
    }
}
