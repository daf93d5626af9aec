package io.xunshi.platform.messaging.domain;

/**
 * Where a price offer (出价) stands. What leads from one state to another, and who may, is said by
 * {@link PriceOfferMove}; what ends the waiting, by {@link PriceOfferTimer}.
 */
public enum PriceOfferState {
    /** Waits for the other side's answer, and binds who made it until then. */
    OPEN,
    /** The item is promised to somebody else; should they not pay, the offer is open again. */
    SUSPENDED,
    /** An order stands at its price, and the buyer has to pay. */
    ACCEPTED,
    /** The buyer's money is there. */
    PAID,
    /** The buyer let the order expire or called it off. A payment that comes late makes it good. */
    UNPAID,
    DECLINED,
    /** The other side named a price of its own, which is a new offer. */
    COUNTERED,
    /** Nobody answered in time. */
    EXPIRED,
    /** What it was made for is not there any more; its {@link LapseCause} says why. */
    LAPSED;

    /** Whether it may still come to an agreement. */
    public boolean isUnanswered() {
        return this == OPEN || this == SUSPENDED;
    }

    /** Whether somebody or something is waited for, so that a timer must run. */
    public boolean isWaiting() {
        return switch (this) {
            case OPEN, SUSPENDED, ACCEPTED -> true;
            case PAID, UNPAID, DECLINED, COUNTERED, EXPIRED, LAPSED -> false;
        };
    }
}
