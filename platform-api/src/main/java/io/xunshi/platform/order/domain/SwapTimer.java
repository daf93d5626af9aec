package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which timer ends the waiting in which state, and where it may lead: process version 1. */
public enum SwapTimer {
    /** A proposal binds for two days, as a price does. */
    CONSENT(SwapState.PROPOSED, Duration.ofHours(48), Set.of(SwapState.LAPSED), SwapCause.NOT_ANSWERED_IN_TIME),
    /** For a payer who is here; who must first hear of it has {@link #WHILE_AWAY}. */
    PAY(SwapState.AWAITING_PAYMENT, Duration.ofMinutes(15), Set.of(SwapState.EXPIRED), SwapCause.NOT_PAID_IN_TIME),
    /** Taking authorised money needs seconds; after an hour it is let go. */
    COLLECT(SwapState.COLLECTING, Duration.ofHours(1), Set.of(SwapState.CANCELLING), SwapCause.NOT_COLLECTED_IN_TIME),
    /** Long enough to meet at a weekend. Where something was handed over it has to go back. */
    MEET(
            SwapState.AGREED,
            Duration.ofDays(7),
            Set.of(SwapState.CANCELLING, SwapState.CANCELLED, SwapState.RETURNING),
            SwapCause.NOT_HANDED_OVER_IN_TIME),
    BRING_BACK(SwapState.RETURNING, Duration.ofDays(7), Set.of(SwapState.BROKEN), SwapCause.NOT_BROUGHT_BACK_IN_TIME),
    /** The money should be back long before; the provider is asked again, and an officer sees it. */
    GIVE_BACK(SwapState.CANCELLING, Duration.ofDays(1), Set.of(SwapState.CANCELLING), SwapCause.NOT_COLLECTED_IN_TIME);

    /**
     * Fifteen minutes are right for somebody at the checkout, not for whose proposal of yesterday is accepted at night.
     */
    private static final Duration WHILE_AWAY = Duration.ofHours(12);

    private final SwapState during;
    private final Duration length;
    private final Set<SwapState> leadsTo;
    private final SwapCause cause;

    SwapTimer(SwapState during, Duration length, Set<SwapState> leadsTo, SwapCause cause) {
        this.during = during;
        this.length = length;
        this.leadsTo = leadsTo;
        this.cause = cause;
    }

    public SwapState during() {
        return during;
    }

    /**
     * When it ends.
     *
     * @param entered when the swap came into the state, or was last looked at in it
     * @param isAnybodyAway whether who is waited for may not know it yet
     */
    public Instant endFor(Instant entered, boolean isAnybodyAway) {
        return entered.plus(this == PAY && isAnybodyAway ? WHILE_AWAY : length);
    }

    /** One of these, depending on what was handed over and paid. */
    public Set<SwapState> leadsTo() {
        return leadsTo;
    }

    /** What the step that it leads to is put down to. */
    public SwapCause cause() {
        return cause;
    }

    /** Empty for a state in which nothing is waited for. */
    public static Optional<SwapTimer> of(SwapState state) {
        return Stream.of(values()).filter(timer -> timer.during == state).findFirst();
    }
}
