package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Which timer ends the waiting in which state, and where it leads: process version 1. */
public enum FulfilmentTimer {
    DISPATCH(
            FulfilmentState.CONTRACTED,
            Duration.ofDays(15),
            FulfilmentState.NOT_DELIVERED,
            FulfilmentCause.NOT_DISPATCHED),
    /** Counts from the last load. Where nothing was weighed at all, nothing was delivered. */
    WEIGH(FulfilmentState.DISPATCHED, Duration.ofDays(7), FulfilmentState.WEIGHED, FulfilmentCause.WEIGHING_OVER),
    SAMPLE(FulfilmentState.WEIGHED, Duration.ofDays(3), FulfilmentState.ASSAYED, FulfilmentCause.NOT_SAMPLED),
    READ(FulfilmentState.SAMPLED, Duration.ofDays(7), FulfilmentState.ASSAYED, FulfilmentCause.READING_OVER),
    UMPIRE(FulfilmentState.DISPUTED, Duration.ofDays(15), FulfilmentState.ASSAYED, FulfilmentCause.UMPIRE_OVER),
    INSPECT(FulfilmentState.ASSAYED, Duration.ofDays(3), FulfilmentState.ACCEPTED, FulfilmentCause.INSPECTION_OVER),
    /** The longest that a claim takes; its own states have shorter timers, see {@link ClaimTimer}. */
    CLAIM(FulfilmentState.CLAIMED, ClaimTimer.ALL, FulfilmentState.ACCEPTED, FulfilmentCause.CLAIM_UNDECIDED),
    /** Looks each day whether the rest of the price is known; a period of prices always ends. */
    RECKON(FulfilmentState.ACCEPTED, Duration.ofDays(1), FulfilmentState.SETTLED, FulfilmentCause.FIGURES_FINAL);

    private final FulfilmentState during;
    private final Duration after;
    private final FulfilmentState leadsTo;
    private final FulfilmentCause cause;

    FulfilmentTimer(FulfilmentState during, Duration after, FulfilmentState leadsTo, FulfilmentCause cause) {
        this.during = during;
        this.after = after;
        this.leadsTo = leadsTo;
        this.cause = cause;
    }

    public FulfilmentState during() {
        return during;
    }

    public FulfilmentState leadsTo() {
        return leadsTo;
    }

    /** What the step that it leads to is put down to. */
    public FulfilmentCause cause() {
        return cause;
    }

    public Instant ringsAt(Instant since) {
        return since.plus(after);
    }

    /** Empty for a state in which nothing is waited for. */
    public static Optional<FulfilmentTimer> of(FulfilmentState state) {
        return Stream.of(values()).filter(timer -> timer.during == state).findFirst();
    }
}
