package io.xunshi.platform.identity.domain;

import java.time.Duration;

/**
 * How long a contact is locked after wrong passwords: four are free, then 30 s, doubling to an hour. The contact is
 * locked, not the caller's address, so a thousand addresses guess no faster than one.
 */
public final class SignInThrottle {
    private static final int FREE_FAILURES = 4;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);

    private SignInThrottle() {}

    /** @param failures wrong passwords since the last right one, this one included */
    public static Duration lockAfter(int failures) {
        if (failures <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        var lock = FIRST_LOCK.multipliedBy(1L << Math.min(failures - FREE_FAILURES - 1, 10));
        return lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock;
    }
}
