package io.xunshi.platform.credit.domain;

/** Whether a deed counts, and if not, why. */
public enum Standing {
    COUNTS,
    /** Good deeds to the same person count a few times only. */
    SAME_PERSON_AGAIN,
    /** Both accounts were used in one browser: nobody trusts a person more for trading with themselves. */
    SHARED_BROWSER,
    /** Both belong to a {@link TradingRing}. */
    RING,
    /** An appeal against it was granted, or nobody decided about it in time. */
    APPEALED;

    public boolean counts() {
        return this == COUNTS;
    }
}
