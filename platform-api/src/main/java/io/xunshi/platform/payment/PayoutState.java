package io.xunshi.platform.payment;

/** Where a payout stands. */
public enum PayoutState {
    REQUESTED,
    PAID,
    FAILED
}
