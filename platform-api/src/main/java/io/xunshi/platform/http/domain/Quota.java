package io.xunshi.platform.http.domain;

import java.time.Duration;

/**
 * So many requests in a period, as many of them at once as the caller likes; then one each time a period divided by
 * their number has passed.
 */
public record Quota(int permits, Duration per) {
    private static final int LEASES = 50;

    public Quota {
        if (permits < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("A quota of xunshi.limits.quotas allows nothing");
        }
    }

    /**
     * How many permits a replica fetches at a time. What it does not use within the lease is lost, so it is a small
     * part of the quota; a small quota is counted one by one.
     */
    public int lease() {
        return Math.max(1, permits / LEASES);
    }

    public Quota times(int factor) {
        return new Quota(Math.multiplyExact(permits, factor), per);
    }
}
