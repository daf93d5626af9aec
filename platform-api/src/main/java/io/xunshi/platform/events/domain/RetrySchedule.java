package io.xunshi.platform.events.domain;

import java.time.Duration;

/** When a failed delivery is tried again: after 1 s, 2 s, 4 s … at most 5 minutes, 20 times in all (about an hour). */
public final class RetrySchedule {
    /** A delivery that failed so often waits for a person; the health page shows it. */
    public static final int MAX_ATTEMPTS = 20;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private RetrySchedule() {}

    /** @param attempts how often it was tried, at least 1 */
    public static Duration delayAfter(int attempts) {
        var doublings = Math.min(attempts - 1, 16);
        var delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
