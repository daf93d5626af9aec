package io.xunshi.platform.order;

/** What can happen in a dispute: a fact with a name, which each reader is told in their own language. */
public enum DisputeStep {
    OPENED,
    /** The seller refuses what is asked, and says why. */
    REJECTED,
    PROPOSED,
    EVIDENCE_ADDED,
    /** One side accepts what the other proposed last. */
    AGREED,
    NOT_ANSWERED_IN_TIME,
    ESCALATED,
    NOT_SETTLED_IN_TIME,
    WITHDRAWN,
    DECIDED,
    APPEALED,
    /** By another officer, or after a denied return: nobody can appeal any more. */
    DECIDED_FINALLY,
    NOT_APPEALED_IN_TIME,
    RETURN_CLAIMED,
    RETURN_CONFIRMED,
    RETURN_DENIED,
    NOT_DENIED_IN_TIME,
    NOT_RETURNED_IN_TIME,
    REFUND_ARRIVED
}
