package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.auction.domain.BidDecision.BidAccepted;
import io.xunshi.platform.auction.domain.Ladder.Rung;
import io.xunshi.platform.auction.domain.Replay.Confirmed;
import io.xunshi.platform.auction.domain.Replay.Contradicted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random schedules of bids, proxies, raises and clock edges: same winner, same price, same end. */
class EnglishAuctionAgainstTheNaiveOneTests {
    private static final Instant END = Instant.parse("2026-11-27T08:00:00Z");
    private static final Bidder ADMITTED = new Bidder(true, true, false);
    private static final int SCHEDULES = 250;
    private static final int OFFERS = 40;

    static IntStream seeds() {
        return IntStream.range(0, 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothSayTheSameAboutEveryOfferAndOfTheEnd(int seed) {
        var random = new Random(20261127L + seed);
        for (int i = 0; i < SCHEDULES; i++) {
            runBoth(random);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePublicRecordWithItsCeilingsCutOffLeadsToTheSame(int seed) {
        var random = new Random(11272026L + seed);
        for (int i = 0; i < SCHEDULES; i++) {
            var run = runBoth(random);
            var shown = shown(run);

            assertThat(Replay.of(run.auction.terms(), END, shown)).isInstanceOfSatisfying(Confirmed.class, replay -> {
                assertThat(replay.auction().priceFen()).isEqualTo(run.auction.priceFen());
                assertThat(replay.auction().endsAt()).isEqualTo(run.auction.endsAt());
                assertThat(paddleOf(replay.auction())).isEqualTo(paddleOf(run.auction));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRecordInWhichAnybodyChangedWhatABidCameToIsContradicted(int seed) {
        var random = new Random(27112026L + seed);
        for (int i = 0; i < SCHEDULES; i++) {
            var run = runBoth(random);
            if (!run.bids.isEmpty()) {
                var shown = new ArrayList<>(shown(run));
                var index = random.nextInt(shown.size());
                shown.set(index, tampered(shown.get(index), random));

                assertThat(Replay.of(run.auction.terms(), END, shown)).isInstanceOf(Contradicted.class);
            }
        }
    }

    /** The schedules would prove nothing if they did not come to where the rules differ. */
    @Test
    void theSchedulesReachEveryRule() {
        var random = new Random(1);
        Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
        var runs = IntStream.range(0, SCHEDULES)
                .mapToObj(i -> runBoth(random))
                .peek(run -> run.refusals.forEach(reason -> refusals.merge(reason, 1, Integer::sum)))
                .toList();

        assertThat(refusals)
                .containsKeys(
                        Refusal.NOT_OPEN,
                        Refusal.TOO_LOW,
                        Refusal.OFF_TICK,
                        Refusal.CEILING_BELOW_AMOUNT,
                        Refusal.CEILING_NOT_RAISED,
                        Refusal.OWN_STEP_TOO_SMALL,
                        Refusal.UNCONFIRMED);
        assertThat(runs).anyMatch(run -> run.auction.extensions() > 2);
        assertThat(runs).anyMatch(run -> run.bids.stream().anyMatch(bid -> bid.kind() == Bid.Kind.RAISE));
        assertThat(runs)
                .anyMatch(run -> run.bids.stream()
                        .anyMatch(bid -> bid.leader() != bid.paddle() && bid.ceilingFen() == bid.priceFen()));
    }

    private static Run runBoth(Random random) {
        var terms = anyTerms(random);
        var naive = new NaiveAuction(terms, END);
        var run = new Run(EnglishAuction.opened(terms, END), new ArrayList<>(), new ArrayList<>());
        var now = END.minus(Duration.ofSeconds(random.nextInt(3_000)));
        for (int i = 0; i < OFFERS; i++) {
            now = later(now, run.auction, random);
            var offer = anyOffer(run.auction, random);
            var isTaken = naive.offer(offer, now);
            run = run.after(run.auction.judge(offer, ADMITTED, now));

            assertThat(run.wasTaken)
                    .as("%s at %s on %s", offer, now, run.auction)
                    .isEqualTo(isTaken);
            assertThat(paddleOf(run.auction)).isEqualTo(naive.winner());
            assertThat(priceOf(run.auction)).as("%s on %s", offer, run.auction).isEqualTo(naive.price());
            assertThat(run.auction.endsAt()).isEqualTo(naive.end());
        }
        return run;
    }

    private static EnglishTerms anyTerms(Random random) {
        var tick = List.of(1L, 5L, 10L).get(random.nextInt(3));
        var grams = List.of(1_000_000L, 28_000_000L, 333_333L, 2_500_001L).get(random.nextInt(4));
        var ladder = random.nextBoolean()
                ? Ladder.flat(1 + random.nextInt(30))
                : new Ladder(List.of(new Rung(1_000, 7), new Rung(3_000, 20)), 55);
        var most = random.nextBoolean() ? null : random.nextInt(4);
        return new EnglishTerms(
                LotQuantity.ofGrams(grams),
                tick * (1 + random.nextInt(40)),
                tick,
                ladder,
                new LateBids(Duration.ofSeconds(120 + random.nextInt(481)), most),
                EnglishTerms.FAT_FINGER_FACTOR);
    }

    /** Often exactly at an edge of the clock, or a microsecond beside it. */
    private static Instant later(Instant now, EnglishAuction auction, Random random) {
        var window = auction.terms().lateBids().window();
        var edge = random.nextBoolean() ? auction.endsAt() : auction.endsAt().minus(window);
        var next = switch (random.nextInt(12)) {
            case 0 -> edge.minusNanos(1_000);
            case 1 -> random.nextInt(6) == 0 ? edge : auction.endsAt().minus(window);
            case 2 -> edge.minus(window).plusNanos(1_000);
            case 3 -> now;
            default -> now.plusMillis(random.nextInt(40_000));
        };
        return next.isBefore(now) ? now : next;
    }

    private static Offer anyOffer(EnglishAuction auction, Random random) {
        var paddle = 1 + random.nextInt(5);
        var least = auction.leastFor(paddle);
        var tick = auction.terms().tickFen();
        var amount = least + tick * (random.nextInt(12) - 2) + (random.nextInt(20) == 0 ? 1 : 0);
        var ceiling = random.nextInt(25) == 0 ? least * 6 / tick * tick : amount + tick * (random.nextInt(60) - 3);
        var ownStep = random.nextInt(4) == 0 ? tick * (1 + random.nextInt(30)) : null;
        var confirmed = random.nextInt(3) == 0;
        return switch (random.nextInt(3)) {
            case 0 -> new Offer(paddle, amount, amount, null, confirmed);
            case 1 -> new Offer(paddle, null, ceiling, ownStep, confirmed);
            default -> new Offer(paddle, amount, ceiling, ownStep, confirmed);
        };
    }

    private static List<Bid> shown(Run run) {
        return run.bids.stream().map(bid -> bid.shownAt(run.auction.priceFen())).toList();
    }

    private static Bid tampered(Bid bid, Random random) {
        var field = random.nextInt(4);
        return new Bid(
                field == 0 ? bid.sequence() + 1 : bid.sequence(),
                bid.paddle(),
                bid.kind(),
                bid.amountFen(),
                bid.ceilingFen(),
                bid.ownStepFen(),
                bid.at(),
                field == 1 ? bid.priceFen() + 1 : bid.priceFen(),
                field == 2 ? bid.leader() + 1 : bid.leader(),
                field == 3 ? bid.endsAt().plusSeconds(1) : bid.endsAt());
    }

    private static Optional<Integer> paddleOf(EnglishAuction auction) {
        return Optional.ofNullable(auction.leader()).map(Leader::paddle);
    }

    private static OptionalLong priceOf(EnglishAuction auction) {
        return auction.leader() == null
                ? OptionalLong.empty()
                : OptionalLong.of(auction.leader().priceFen());
    }

    /** An auction so far, with its bids and why others were refused. */
    private record Run(EnglishAuction auction, List<Bid> bids, List<Refusal> refusals, boolean wasTaken) {

        Run(EnglishAuction auction, List<Bid> bids, List<Refusal> refusals) {
            this(auction, bids, refusals, false);
        }

        Run after(BidDecision decision) {
            return switch (decision) {
                case BidAccepted(var after, var bid) -> {
                    bids.add(bid);
                    yield new Run(after, bids, refusals, true);
                }
                case BidDecision.BidRefused(var reason, var least) -> {
                    refusals.add(reason);
                    yield new Run(auction, bids, refusals, false);
                }
            };
        }
    }
}
