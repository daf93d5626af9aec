package io.xunshi.platform.order;

import java.util.Set;

/** Where a swap (互换) stands: process version 1. A state that waits names the timer that ends its waiting. */
public enum SwapState {
    /** Somebody proposed it; the others have to consent. Nothing is held yet. */
    PROPOSED,
    DECLINED,
    /** Who proposed it, or had consented to it, took that back. */
    WITHDRAWN,
    /** Answered with another proposal. */
    COUNTERED,
    /** Nobody answered in time, or one of the things is gone. */
    LAPSED,
    /** All consented and all things are held; a balance (补差价) has to be paid. */
    AWAITING_PAYMENT,
    /** The provider holds every balance ready; it is being taken. */
    COLLECTING,
    /** All things are held and all balances are here: they meet and hand over. */
    AGREED,
    /** 换成: every thing is with its new owner. */
    SETTLED,
    /** 退还: only some were handed over; each of those has to go back. */
    RETURNING,
    /** Something was not brought back. What each owes is written down; the rest is the law's. */
    BROKEN,
    /** A balance was not paid in time. A payment that comes later may still revive it. */
    EXPIRED,
    /** Nothing is held; all balances are on their way back. */
    CANCELLING,
    CANCELLED;

    /** The states that may follow. */
    public Set<SwapState> next() {
        return switch (this) {
            case PROPOSED -> Set.of(DECLINED, WITHDRAWN, COUNTERED, LAPSED, AWAITING_PAYMENT, AGREED);
            case AWAITING_PAYMENT -> Set.of(COLLECTING, EXPIRED, CANCELLING);
            case COLLECTING -> Set.of(AGREED, CANCELLING);
            case AGREED -> Set.of(SETTLED, RETURNING, CANCELLING, CANCELLED);
            case RETURNING -> Set.of(BROKEN, CANCELLING, CANCELLED);
            case EXPIRED -> Set.of(COLLECTING);
            case CANCELLING -> Set.of(CANCELLED);
            case DECLINED, WITHDRAWN, COUNTERED, LAPSED, SETTLED, BROKEN, CANCELLED -> Set.of();
        };
    }

    /** Whether somebody or something is waited for, so that a timer must run. */
    public boolean isWaiting() {
        return switch (this) {
            case PROPOSED, AWAITING_PAYMENT, COLLECTING, AGREED, RETURNING, CANCELLING -> true;
            case DECLINED, WITHDRAWN, COUNTERED, LAPSED, SETTLED, BROKEN, EXPIRED, CANCELLED -> false;
        };
    }

    /** Whether its things are promised to each other, and to nobody else. */
    public boolean holdsThings() {
        return switch (this) {
            case AWAITING_PAYMENT, COLLECTING, AGREED, RETURNING -> true;
            case PROPOSED, DECLINED, WITHDRAWN, COUNTERED, LAPSED, SETTLED, BROKEN, EXPIRED, CANCELLING, CANCELLED ->
                false;
        };
    }
}
