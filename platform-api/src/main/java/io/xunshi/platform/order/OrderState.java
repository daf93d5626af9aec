package io.xunshi.platform.order;

import java.util.Set;

/** Where a purchase stands: process version 1. A state that waits names the timer that ends its waiting. */
public enum OrderState {
    /** The item is held; the buyer has to pay. */
    AWAITING_PAYMENT,
    /** The provider holds the buyer's money ready; it is being taken. */
    COLLECTING,
    /** 担保中: the money is in escrow until the goods are handed over. */
    PAID,
    /** 待发货: the money is in escrow; the seller has to hand the parcel to the carrier. */
    AWAITING_SHIPMENT,
    /** 撤单中: it is called off; the carrier has to say that it does not have the parcel. */
    CANCELLING_SHIPMENT,
    /** 运输中: the carrier has the parcel, and its price. */
    IN_TRANSIT,
    /** 已签收: the buyer has the parcel, and some days to look at it. */
    DELIVERED,
    /** The seller says so; the buyer has not. */
    HANDED_OVER,
    /** 售后中: the buyer disputes it; the money stays in escrow, and the dispute's own timers run. */
    DISPUTED,
    /** The goods are the buyer's, the money the seller's. */
    COMPLETED,
    /** Nobody paid in time. A payment that comes later may still revive it. */
    EXPIRED,
    /** The money is on its way back. */
    CANCELLING,
    CANCELLED;

    /** The states that may follow. */
    public Set<OrderState> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> Set.of(COLLECTING, EXPIRED, CANCELLED);
            case COLLECTING -> Set.of(PAID, AWAITING_SHIPMENT, CANCELLING);
            case PAID -> Set.of(HANDED_OVER, DISPUTED, COMPLETED, CANCELLING);
            case HANDED_OVER -> Set.of(COMPLETED, PAID, DISPUTED);
            case AWAITING_SHIPMENT -> Set.of(IN_TRANSIT, CANCELLING_SHIPMENT);
            case CANCELLING_SHIPMENT -> Set.of(IN_TRANSIT, CANCELLING);
            case IN_TRANSIT -> Set.of(DELIVERED, COMPLETED, DISPUTED, CANCELLING);
            case DELIVERED -> Set.of(COMPLETED, DISPUTED);
            case DISPUTED -> Set.of(PAID, HANDED_OVER, IN_TRANSIT, DELIVERED, COMPLETED, CANCELLING);
            case EXPIRED -> Set.of(COLLECTING);
            case CANCELLING -> Set.of(CANCELLED);
            case COMPLETED, CANCELLED -> Set.of();
        };
    }

    /** Whether somebody or something is waited for, so that a timer of the purchase must run. */
    public boolean isWaiting() {
        return switch (this) {
            case AWAITING_PAYMENT,
                    COLLECTING,
                    PAID,
                    AWAITING_SHIPMENT,
                    CANCELLING_SHIPMENT,
                    IN_TRANSIT,
                    DELIVERED,
                    HANDED_OVER,
                    CANCELLING -> true;
            case DISPUTED, COMPLETED, EXPIRED, CANCELLED -> false;
        };
    }
}
