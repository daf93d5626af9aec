package io.xunshi.platform.messaging.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What ends the waiting in which states: process version 1. */
public enum PriceOfferTimer {
    /**
     * Counted from when the offer was made, whatever happens to the item meanwhile: nobody is bound for longer than
     * they promised.
     */
    ANSWER(
            Set.of(PriceOfferState.OPEN, PriceOfferState.SUSPENDED),
            Duration.ofHours(48),
            Set.of(PriceOfferMove.EXPIRE)),
    /** The order has its own timer, and its news ends the waiting here. */
    PAYMENT(Set.of(PriceOfferState.ACCEPTED), null, Set.of(PriceOfferMove.PAY, PriceOfferMove.LEAVE_UNPAID));

    private final Set<PriceOfferState> during;
    private final @Nullable Duration after;
    private final Set<PriceOfferMove> ends;

    PriceOfferTimer(Set<PriceOfferState> during, @Nullable Duration after, Set<PriceOfferMove> ends) {
        this.during = during;
        this.after = after;
        this.ends = ends;
    }

    public Set<PriceOfferState> during() {
        return during;
    }

    /** Empty where another process runs it. */
    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }

    /** The moves that may follow when it is up. */
    public Set<PriceOfferMove> ends() {
        return ends;
    }

    /** Empty for a state in which nothing is waited for. */
    public static Optional<PriceOfferTimer> of(PriceOfferState state) {
        return Stream.of(values()).filter(timer -> timer.during.contains(state)).findFirst();
    }
}
