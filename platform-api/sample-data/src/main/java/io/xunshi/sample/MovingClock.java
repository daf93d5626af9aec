package io.xunshi.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that is set from day to day and meanwhile goes on by two seconds whenever somebody looks: what happens one
 * after another has different times, and a quarter of an hour is long enough for the purchases of one sitting.
 * Thread-safe; never goes back.
 */
final class MovingClock extends Clock {
    private static final long STEP_MILLIS = 2_000;

    private final AtomicLong now;

    MovingClock(Instant start) {
        now = new AtomicLong(start.toEpochMilli());
    }

    /** Does nothing where it is later already. */
    void advanceTo(Instant instant) {
        now.accumulateAndGet(instant.toEpochMilli(), Math::max);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now.addAndGet(STEP_MILLIS));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The platform computes in UTC");
    }
}
