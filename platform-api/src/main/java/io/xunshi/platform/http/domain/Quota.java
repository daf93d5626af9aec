package io.xunshi.platform.http.domain;

import java.time.Duration;

/**
 * So many requests in a period, as many of them at once as the caller likes; then one each time a period divided by
 * their number has passed.
 */
public record Quota(int permits, Duration per) {

    public Quota {
        if (permits < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("A quota of xunshi.limits.quotas allows nothing");
        }
    }

    public Quota times(int factor) {
        return new Quota(Math.multiplyExact(permits, factor), per);
    }
}
