package io.xunshi.platform.events;

import java.time.Duration;

/**
 * Raised by a reaction whose other side is well and says when to come back. The delivery waits for at least so long.
 */
public final class RetryLater extends RuntimeException {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final transient Duration delay;

    /** @param delay more than an hour counts as an hour */
    public RetryLater(Duration delay) {
        super("Asked to come back in " + delay, null, false, false);
        this.delay = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    public Duration delay() {
        return delay;
    }
}
