package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.auction.domain.DutchAuction.Decision.NotTaken;
import io.xunshi.platform.auction.domain.DutchAuction.Decision.Taken;
import io.xunshi.platform.auction.domain.DutchAuction.Take;
import io.xunshi.platform.auction.domain.DutchClock.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DutchAuctionTests {
    private static final Instant START = Instant.parse("2026-11-27T02:00:00Z");
    private static final Duration TICK = Duration.ofSeconds(30);
    private static final Instant END = START.plus(TICK.multipliedBy(3));
    private static final Duration MOMENT = Duration.ofNanos(1_000);
    private static final Bidder ADMITTED = new Bidder(true, true, false);
    private static final long TONNE = LotQuantity.GRAMS_PER_TONNE;

    private final DutchClock clock = new DutchClock(
            List.of(
                    new Tick(START, 1_700_000),
                    new Tick(START.plus(TICK), 1_650_000),
                    new Tick(START.plus(TICK.multipliedBy(2)), 1_600_000)),
            END);
    private final DutchAuction auction = DutchAuction.of(clock, LotQuantity.ofGrams(30 * TONNE), 5 * TONNE);

    @Test
    void thePriceFallsExactlyAtThePublishedTicks() {
        assertThat(clock.priceAt(START.minus(MOMENT))).isEmpty();
        assertThat(clock.priceAt(START)).hasValue(1_700_000);
        assertThat(clock.priceAt(START.plus(TICK).minus(MOMENT))).hasValue(1_700_000);
        assertThat(clock.priceAt(START.plus(TICK))).hasValue(1_650_000);
        assertThat(clock.priceAt(END.minus(MOMENT))).hasValue(1_600_000);
        assertThat(clock.priceAt(END)).isEmpty();
    }

    @Test
    void theFirstWhoSaysYesHasTheirQuantityAndTheClockGoesOnWithTheRest() {
        var first = (Taken) auction.take(1, 10 * TONNE, ADMITTED, START);
        var second = (Taken) first.after().take(2, 20 * TONNE, ADMITTED, START.plus(TICK));

        assertThat(first.take()).isEqualTo(new Take(1, 1, 10 * TONNE, 1_700_000, START));
        assertThat(second.take()).isEqualTo(new Take(2, 2, 20 * TONNE, 1_650_000, START.plus(TICK)));
        assertThat(second.after().take(3, 5 * TONNE, ADMITTED, START.plus(TICK)))
                .isEqualTo(new NotTaken(Refusal.NOT_OPEN, 0));
    }

    @Test
    void nobodyTakesMoreThanIsLeftOrLessThanIsSoldUnlessLessIsLeft() {
        assertThat(auction.take(1, 31 * TONNE, ADMITTED, START))
                .isEqualTo(new NotTaken(Refusal.QUANTITY_TOO_LARGE, 30 * TONNE));
        assertThat(auction.take(1, 4 * TONNE, ADMITTED, START))
                .isEqualTo(new NotTaken(Refusal.QUANTITY_TOO_SMALL, 30 * TONNE));
        var rest = ((Taken) auction.take(1, 27 * TONNE, ADMITTED, START)).after();

        assertThat(rest.take(2, 2 * TONNE, ADMITTED, START))
                .isEqualTo(new NotTaken(Refusal.QUANTITY_TOO_SMALL, 3 * TONNE));
        assertThat(rest.take(2, 3 * TONNE, ADMITTED, START)).isInstanceOf(Taken.class);
    }

    @Test
    void whoMayNotBidTakesNothing() {
        assertThat(auction.take(1, 10 * TONNE, new Bidder(false, true, false), START))
                .isEqualTo(new NotTaken(Refusal.NO_DEPOSIT, 30 * TONNE));
        assertThat(auction.take(1, 10 * TONNE, ADMITTED, START.minus(MOMENT)))
                .isEqualTo(new NotTaken(Refusal.NOT_OPEN, 30 * TONNE));
    }

    @Test
    void aClockThatDoesNotFallIsNone() {
        var level = List.of(new Tick(START, 100), new Tick(START.plus(TICK), 100));
        var back = List.of(new Tick(START, 100), new Tick(START, 90));

        assertThatThrownBy(() -> new DutchClock(level, END)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DutchClock(back, END)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DutchClock(List.of(), END)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DutchClock(List.of(new Tick(END, 100)), END))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Against a second-by-second walk along the clock. */
    @Test
    void whateverIsAskedForWhenItAddsUpAndCostsWhatTheClockShowed() {
        var random = new Random(20261127);
        for (int run = 0; run < 2_000; run++) {
            var last = auction;
            var takes = new ArrayList<Take>();
            for (int second = -5; second < 100; second++) {
                var now = START.plusSeconds(second);
                if (random.nextInt(6) == 0
                        && last.take(1, TONNE * random.nextInt(12), ADMITTED, now)
                                instanceof Taken(var after, var take)) {
                    assertThat(take.priceFen()).isEqualTo(shownAt(second));
                    takes.add(take);
                    last = after;
                }
            }

            assertThat(takes.stream().mapToLong(Take::quantity).sum() + last.quantityLeft())
                    .isEqualTo(30 * TONNE);
            assertThat(takes)
                    .extracting(Take::sequence)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, takes.size()).boxed().toList());
        }
    }

    private static long shownAt(int second) {
        return second < 30 ? 1_700_000 : second < 60 ? 1_650_000 : 1_600_000;
    }
}
