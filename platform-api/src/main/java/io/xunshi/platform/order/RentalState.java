package io.xunshi.platform.order;

import java.util.Set;

/** Where a rental (租赁) stands: process version 1. A state that waits names the timer that ends its waiting. */
public enum RentalState {
    /** The days are held; the tenant has to pay rent and deposit. */
    AWAITING_PAYMENT,
    /** The provider holds the tenant's money ready; it is being taken. */
    COLLECTING,
    /** Rent and deposit are here; the thing waits for its first day. */
    PAID,
    /** 租用中: the tenant has the thing. */
    HANDED_OVER,
    /** 逾期: the last day is over, and the owner does not have it. */
    OVERDUE,
    /** The owner has it again and looks at it. */
    RETURNED,
    /** The owner wants something of the deposit; the tenant has to answer. */
    DAMAGE_CLAIMED,
    /** The tenant says no; an officer decides. */
    CONTESTED,
    /** Everybody's share is known; the tenant's is on its way back. */
    SETTLING,
    SETTLED,
    /** Nobody paid in time. A payment that comes later may still revive it. */
    EXPIRED,
    /** All of the money is on its way back. */
    CANCELLING,
    CANCELLED;

    /** The states that may follow. */
    public Set<RentalState> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> Set.of(COLLECTING, EXPIRED, CANCELLED);
            case COLLECTING -> Set.of(PAID, CANCELLING);
            case PAID -> Set.of(HANDED_OVER, CANCELLING);
            case HANDED_OVER -> Set.of(OVERDUE, RETURNED);
            case OVERDUE -> Set.of(RETURNED, SETTLING);
            case RETURNED -> Set.of(DAMAGE_CLAIMED, SETTLING);
            case DAMAGE_CLAIMED -> Set.of(CONTESTED, SETTLING);
            case CONTESTED -> Set.of(SETTLING);
            case SETTLING -> Set.of(SETTLED);
            case EXPIRED -> Set.of(COLLECTING);
            case CANCELLING -> Set.of(CANCELLED);
            case SETTLED, CANCELLED -> Set.of();
        };
    }

    /** Whether somebody or something is waited for, so that a timer must run. */
    public boolean isWaiting() {
        return switch (this) {
            case AWAITING_PAYMENT,
                    COLLECTING,
                    PAID,
                    HANDED_OVER,
                    OVERDUE,
                    RETURNED,
                    DAMAGE_CLAIMED,
                    CONTESTED,
                    SETTLING,
                    CANCELLING -> true;
            case SETTLED, EXPIRED, CANCELLED -> false;
        };
    }
}
