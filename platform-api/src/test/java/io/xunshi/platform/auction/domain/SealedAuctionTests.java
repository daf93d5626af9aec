package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.auction.domain.SealedOutcome.BestAndFinal;
import io.xunshi.platform.auction.domain.SealedOutcome.Nobody;
import io.xunshi.platform.auction.domain.SealedOutcome.Undecided;
import io.xunshi.platform.auction.domain.SealedOutcome.Won;
import io.xunshi.platform.auction.domain.SealedRound.Decision.Refused;
import io.xunshi.platform.auction.domain.SealedRound.Decision.Stored;
import io.xunshi.platform.auction.domain.SealedRound.Hours;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedAuctionTests {
    private static final Instant START = Instant.parse("2026-11-27T02:00:00Z");
    private static final Hours FIRST = hoursFrom(START);
    private static final Hours LAST = hoursFrom(FIRST.revealUntil());
    private static final Duration MOMENT = Duration.ofNanos(1_000);
    private static final Bidder ADMITTED = new Bidder(true, true, false);
    private static final UUID LOT = UUID.fromString("01928f3e-5b7a-7c1d-8e2f-3a4b5c6d7e8f");
    private static final String NONCE = "5a".repeat(Commitment.NONCE_BYTES);
    private static final long LEAST = 100;

    @Test
    void theBestOpenedBidWinsAndPaysItself() {
        var round = revealed(committed(round(), Map.of(1, 120L, 2, 150L, 3, 140L)), Map.of(1, 120L, 2, 150L, 3, 140L));

        assertThat(SealedOutcome.of(round, FIRST.revealUntil())).isEqualTo(new Won(2, 150, List.of()));
    }

    @Test
    void nothingIsKnownBeforeTheLastOneMayBeOpened() {
        var round = revealed(committed(round(), Map.of(1, 120L)), Map.of(1, 120L));

        assertThat(SealedOutcome.of(round, FIRST.revealUntil().minus(MOMENT))).isEqualTo(new Undecided());
    }

    @Test
    void aBidThatIsNotOpenedCostsTheDepositAndWinsNothing() {
        var round = revealed(committed(round(), Map.of(1, 120L, 2, 150L)), Map.of(1, 120L));

        assertThat(SealedOutcome.of(round, FIRST.revealUntil())).isEqualTo(new Won(1, 120, List.of(2)));
        assertThat(SealedOutcome.of(committed(round(), Map.of(2, 150L)), FIRST.revealUntil()))
                .isEqualTo(new Nobody(List.of(2)));
    }

    @Test
    void aBidBelowTheLeastIsOpenedInVain() {
        var round = revealed(committed(round(), Map.of(1, LEAST - 1)), Map.of(1, LEAST - 1));

        assertThat(SealedOutcome.of(round, FIRST.revealUntil())).isEqualTo(new Nobody(List.of()));
    }

    @Test
    void anOtherAmountThanTheCommittedOneOpensNothing() {
        var round = committed(round(), Map.of(1, 120L));

        assertThat(round.reveal(1, 121, NONCE, FIRST.closesAt())).isEqualTo(new Refused(Refusal.COMMITMENT_DIFFERS));
        assertThat(round.reveal(1, 120, "00", FIRST.closesAt())).isEqualTo(new Refused(Refusal.COMMITMENT_DIFFERS));
        assertThat(round.reveal(1, 120, "not hexadecimal", FIRST.closesAt()))
                .isEqualTo(new Refused(Refusal.COMMITMENT_DIFFERS));
        assertThat(round.reveal(2, 120, NONCE, FIRST.closesAt())).isEqualTo(new Refused(Refusal.NOT_COMMITTED));
    }

    @Test
    void aCopyOfAnotherOnesCommitmentOpensNothing() {
        var copied = Commitment.toSealedBid(LOT, 1, 120, HexFormat.of().parseHex(NONCE));
        var round = ((Stored) committed(round(), Map.of(1, 120L)).commit(2, copied, ADMITTED, START)).after();

        assertThat(round.reveal(2, 120, NONCE, FIRST.closesAt())).isEqualTo(new Refused(Refusal.COMMITMENT_DIFFERS));
    }

    @Test
    void bidsAreHandedInBeforeTheCloseAndOpenedFromItOn() {
        var round = committed(round(), Map.of(1, 120L));

        assertThat(round.commit(2, "aa", ADMITTED, START.minus(MOMENT))).isEqualTo(new Refused(Refusal.NOT_OPEN));
        assertThat(round.commit(2, "aa", ADMITTED, FIRST.closesAt().minus(MOMENT)))
                .isInstanceOf(Stored.class);
        assertThat(round.commit(2, "aa", ADMITTED, FIRST.closesAt())).isEqualTo(new Refused(Refusal.NOT_OPEN));
        assertThat(round.reveal(1, 120, NONCE, FIRST.closesAt().minus(MOMENT)))
                .isEqualTo(new Refused(Refusal.NOT_OPEN));
        assertThat(round.reveal(1, 120, NONCE, FIRST.closesAt())).isInstanceOf(Stored.class);
        assertThat(round.reveal(1, 120, NONCE, FIRST.revealUntil())).isEqualTo(new Refused(Refusal.NOT_OPEN));
    }

    @Test
    void everybodyHasOneBidAndNeedsADeposit() {
        var round = committed(round(), Map.of(1, 120L));

        assertThat(round.commit(1, "aa", ADMITTED, START)).isEqualTo(new Refused(Refusal.COMMITTED_ALREADY));
        assertThat(round.commit(2, "aa", new Bidder(false, true, false), START))
                .isEqualTo(new Refused(Refusal.NO_DEPOSIT));
    }

    @Test
    void equalBestsBidOnceMoreAndNobodyElse() {
        var bids = Map.of(1, 150L, 2, 150L, 3, 140L);
        var first = revealed(committed(round(), bids), bids);
        var tie = (BestAndFinal) SealedOutcome.of(first, FIRST.revealUntil());
        var last = tie.round(first, LAST);

        assertThat(tie.paddles()).containsExactlyInAnyOrder(1, 2);
        assertThat(tie.leastFen()).isEqualTo(150);
        assertThat(last.commit(3, "aa", ADMITTED, LAST.opensAt())).isEqualTo(new Refused(Refusal.NOT_IN_FINAL_ROUND));
        assertThat(SealedOutcome.afterFinal(first, finished(last, Map.of(1, 151L, 2, 155L)), LAST.revealUntil()))
                .isEqualTo(new Won(2, 155, List.of()));
    }

    @Test
    void whoDoesNotBidAgainStandsByTheFirstBid() {
        var bids = Map.of(1, 150L, 2, 150L);
        var first = revealed(committed(round(), bids), bids);
        var last = ((BestAndFinal) SealedOutcome.of(first, FIRST.revealUntil())).round(first, LAST);
        var earlier = first.ranked().getFirst().paddle();

        assertThat(SealedOutcome.afterFinal(first, last, LAST.revealUntil().minus(MOMENT)))
                .isEqualTo(new Undecided());
        assertThat(SealedOutcome.afterFinal(first, last, LAST.revealUntil()))
                .isEqualTo(new Won(earlier, 150, List.of()));
        assertThat(SealedOutcome.afterFinal(first, finished(last, Map.of(1, 149L, 2, 149L)), LAST.revealUntil()))
                .isEqualTo(new Won(earlier, 150, List.of()));
        assertThat(SealedOutcome.afterFinal(first, committed(last, Map.of(2, 190L)), LAST.revealUntil()))
                .isEqualTo(new Won(earlier, 150, List.of(2)));
    }

    /** Against a plain look for the largest opened number. */
    @Test
    void theWinnerIsWhoeverOpenedTheLargestNumber() {
        var random = new Random(20261127);
        for (int run = 0; run < 1_000; run++) {
            Map<Integer, Long> amounts = new HashMap<>();
            for (int paddle = 1; paddle <= 6; paddle++) {
                amounts.put(paddle, 95L + random.nextInt(12));
            }
            var opened = new HashMap<>(amounts);
            opened.keySet().removeIf(paddle -> random.nextInt(4) == 0);
            var round = revealed(committed(round(), amounts), opened);
            var best = opened.values().stream()
                    .filter(amount -> amount >= LEAST)
                    .mapToLong(amount -> amount)
                    .max();
            var winners = new TreeSet<Integer>();
            opened.forEach((paddle, amount) -> {
                if (best.isPresent() && amount == best.getAsLong()) {
                    winners.add(paddle);
                }
            });

            var outcome = SealedOutcome.of(round, FIRST.revealUntil());

            assertThat(round.unrevealed()).hasSize(amounts.size() - opened.size());
            switch (outcome) {
                case Nobody nobody -> assertThat(winners).isEmpty();
                case Won won -> {
                    assertThat(winners).containsExactly(won.paddle());
                    assertThat(won.priceFen()).isEqualTo(best.getAsLong());
                }
                case BestAndFinal tie -> {
                    assertThat(winners).hasSizeGreaterThan(1).containsExactlyInAnyOrderElementsOf(tie.paddles());
                    assertThat(tie.leastFen()).isEqualTo(best.getAsLong());
                }
                case Undecided undecided -> throw new AssertionError("It is over");
            }
        }
    }

    private static SealedRound round() {
        return SealedRound.first(LOT, FIRST, LEAST);
    }

    private static Hours hoursFrom(Instant start) {
        return new Hours(start, start.plus(Duration.ofHours(2)), start.plus(Duration.ofHours(3)));
    }

    private static SealedRound finished(SealedRound round, Map<Integer, Long> amounts) {
        return revealed(committed(round, amounts), amounts);
    }

    private static SealedRound committed(SealedRound round, Map<Integer, Long> amounts) {
        var last = round;
        for (var bid : amounts.entrySet()) {
            var hash = Commitment.toSealedBid(
                    LOT, bid.getKey(), bid.getValue(), HexFormat.of().parseHex(NONCE));
            last = ((Stored) last.commit(
                            bid.getKey(), hash, ADMITTED, last.hours().opensAt()))
                    .after();
        }
        return last;
    }

    private static SealedRound revealed(SealedRound round, Map<Integer, Long> amounts) {
        var last = round;
        for (var bid : amounts.entrySet()) {
            last = ((Stored) last.reveal(
                            bid.getKey(), bid.getValue(), NONCE, last.hours().closesAt()))
                    .after();
        }
        return last;
    }
}
