package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.StepCause;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Which timer ends the waiting in which state, and where it leads: process version 1. */
public enum OrderTimer {
    /** Long enough to pay, short enough not to keep goods from others for nothing. */
    PAY(OrderState.AWAITING_PAYMENT, Duration.ofMinutes(15), OrderState.EXPIRED, StepCause.NOT_PAID_IN_TIME),
    /** Taking authorised money needs seconds; after an hour it is let go. */
    COLLECT(OrderState.COLLECTING, Duration.ofHours(1), OrderState.CANCELLING, StepCause.NOT_COLLECTED_IN_TIME),
    /** Nothing was handed over: the buyer gets the money back. */
    HAND_OVER(OrderState.PAID, Duration.ofDays(7), OrderState.CANCELLING, StepCause.NOT_HANDED_OVER_IN_TIME),
    /** Nothing was sent: the buyer gets the money back, unless the carrier turns out to have the parcel. */
    SHIP(
            OrderState.AWAITING_SHIPMENT,
            Duration.ofHours(72),
            OrderState.CANCELLING_SHIPMENT,
            StepCause.NOT_SHIPPED_IN_TIME),
    /** The carrier answers within seconds, unless it is down; it is asked again, and an officer sees it. */
    VOID_LABEL(
            OrderState.CANCELLING_SHIPMENT,
            Duration.ofDays(1),
            OrderState.CANCELLING_SHIPMENT,
            StepCause.NOT_VOIDED_IN_TIME),
    /** Begins anew with everything that is heard of the parcel: one that does not move for so long counts as lost. */
    MOVE(OrderState.IN_TRANSIT, Duration.ofDays(10), OrderState.CANCELLING, StepCause.PARCEL_LOST),
    /** The buyer looks at what came and has nothing against it. */
    INSPECT(OrderState.DELIVERED, Duration.ofDays(3), OrderState.COMPLETED, StepCause.NOT_OBJECTED_IN_TIME),
    /** The buyer does not contradict the seller. */
    OBJECT(OrderState.HANDED_OVER, Duration.ofDays(3), OrderState.COMPLETED, StepCause.NOT_OBJECTED_IN_TIME),
    /** The money should be back long before; the provider is asked again, and an officer sees it. */
    GIVE_BACK(OrderState.CANCELLING, Duration.ofDays(1), OrderState.CANCELLING, StepCause.NOT_RETURNED_IN_TIME);

    /**
     * In place of {@link #PAY}'s own time where a price was agreed on while the buyer was away: long enough for a
     * night's sleep.
     */
    public static final Duration PAY_ONCE_TOLD = Duration.ofHours(12);

    /** How long after the payment a seller who has not sent the parcel is reminded. */
    public static final Duration REMIND_TO_SHIP = Duration.ofHours(24);

    private final OrderState during;
    private final Duration after;
    private final OrderState leadsTo;
    private final StepCause cause;

    OrderTimer(OrderState during, Duration after, OrderState leadsTo, StepCause cause) {
        this.during = during;
        this.after = after;
        this.leadsTo = leadsTo;
        this.cause = cause;
    }

    public OrderState during() {
        return during;
    }

    public Duration after() {
        return after;
    }

    public OrderState leadsTo() {
        return leadsTo;
    }

    /** What the step that it leads to is put down to. */
    public StepCause cause() {
        return cause;
    }

    /** Empty for a state in which nothing is waited for. */
    public static Optional<OrderTimer> of(OrderState state) {
        return Stream.of(values()).filter(timer -> timer.during == state).findFirst();
    }
}
