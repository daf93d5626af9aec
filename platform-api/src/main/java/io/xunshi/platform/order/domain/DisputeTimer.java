package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.DisputeStep;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which timer ends the waiting in which state of a dispute, and what silence decides: process version 1. */
public enum DisputeTimer {
    /** Whoever does not answer agrees to what is asked. */
    ANSWER(DisputeState.AWAITING_SELLER, 3, Ending.GRANT_WHAT_IS_ASKED, DisputeStep.NOT_ANSWERED_IN_TIME),
    /** Two who do not agree get somebody who decides. */
    SETTLE(DisputeState.NEGOTIATING, 7, Ending.CALL_OFFICER, DisputeStep.NOT_SETTLED_IN_TIME),
    /** Silence of an officer decides nothing: the case is overdue at the head of the queue. */
    DECIDE(DisputeState.UNDER_REVIEW, 15, Ending.REMIND, null),
    /** Whoever does not appeal accepts the decision. */
    APPEAL(DisputeState.DECIDED, 3, Ending.CARRY_OUT_DECISION, DisputeStep.NOT_APPEALED_IN_TIME),
    DECIDE_APPEAL(DisputeState.UNDER_APPEAL, 15, Ending.REMIND, null),
    /** Goods that do not come back are kept, and paid for. */
    BRING_BACK(DisputeState.RETURNING, 7, Ending.PAY_SELLER, DisputeStep.NOT_RETURNED_IN_TIME),
    /** A return that is not denied is believed. */
    DENY_RETURN(DisputeState.RETURN_CLAIMED, 3, Ending.REFUND, DisputeStep.NOT_DENIED_IN_TIME),
    /**
     * The money should have arrived long before; the provider is asked all the time, and the log says that it is late.
     */
    ARRIVE(DisputeState.REFUNDING, 1, Ending.REMIND, null);

    private final DisputeState during;
    private final Duration after;
    private final Ending ending;
    private final @Nullable DisputeStep step;

    DisputeTimer(DisputeState during, int days, Ending ending, @Nullable DisputeStep step) {
        this.during = during;
        this.after = Duration.ofDays(days);
        this.ending = ending;
        this.step = step;
    }

    public DisputeState during() {
        return during;
    }

    public Duration after() {
        return after;
    }

    public Ending ending() {
        return ending;
    }

    /** Empty where nothing happens but a reminder. */
    public Optional<DisputeStep> step() {
        return Optional.ofNullable(step);
    }

    /** Empty for a state in which nothing is waited for. */
    public static Optional<DisputeTimer> of(DisputeState state) {
        return Stream.of(values()).filter(timer -> timer.during == state).findFirst();
    }

    /** What is done when nobody did anything. */
    public enum Ending {
        GRANT_WHAT_IS_ASKED(DisputeState.RETURNING, DisputeState.REFUNDING),
        CALL_OFFICER(DisputeState.UNDER_REVIEW),
        CARRY_OUT_DECISION(DisputeState.RETURNING, DisputeState.REFUNDING, DisputeState.CLOSED),
        PAY_SELLER(DisputeState.CLOSED),
        REFUND(DisputeState.REFUNDING),
        REMIND;

        private final Set<DisputeState> leadsTo;

        Ending(DisputeState... leadsTo) {
            this.leadsTo = Set.of(leadsTo);
        }

        /** Where it may lead; nowhere for a reminder. */
        public Set<DisputeState> leadsTo() {
            return leadsTo;
        }
    }
}
