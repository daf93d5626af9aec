package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.fulfilment.ClaimState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Which timer ends the waiting in which state of a claim, and where it leads: process version 1. */
public enum ClaimTimer {
    /** Who does not answer agrees to what was claimed. */
    ANSWER(ClaimState.UNANSWERED, Duration.ofDays(3), ClaimState.ENDED),
    /** Counts from the first answer: who cannot agree in a week is judged by somebody else. */
    SETTLE(ClaimState.NEGOTIATED, Duration.ofDays(7), ClaimState.ESCALATED),
    /** What the seller offered last is not in dispute, so it counts where nobody has decided. */
    DECIDE(ClaimState.ESCALATED, Duration.ofDays(15), ClaimState.ENDED);

    /** From the claim to its end at the latest. */
    static final Duration ALL = Duration.ofDays(25);

    private final ClaimState during;
    private final Duration after;
    private final ClaimState leadsTo;

    ClaimTimer(ClaimState during, Duration after, ClaimState leadsTo) {
        this.during = during;
        this.after = after;
        this.leadsTo = leadsTo;
    }

    public ClaimState during() {
        return during;
    }

    public ClaimState leadsTo() {
        return leadsTo;
    }

    public Duration after() {
        return after;
    }

    public Instant ringsAt(Instant since) {
        return since.plus(after);
    }

    /** Empty for a claim that has ended. */
    public static Optional<ClaimTimer> of(ClaimState state) {
        return Stream.of(values()).filter(timer -> timer.during == state).findFirst();
    }
}
