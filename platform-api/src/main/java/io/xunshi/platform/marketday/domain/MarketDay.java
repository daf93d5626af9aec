package io.xunshi.platform.marketday.domain;

import io.xunshi.platform.listing.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A market day (集市日).
 *
 * @param code public, <code>M…</code>
 * @param taken stalls with a number
 * @param waiting people on the waiting list
 * @param booksCloseAt until then sales of the day are recorded and cancelled
 * @param cancelled why; null unless it is called off
 */
public record MarketDay(
        UUID id,
        String code,
        Organiser organiser,
        Plan plan,
        int taken,
        int waiting,
        Instant booksCloseAt,
        @Nullable String cancelled) {

    public int free() {
        return Math.max(0, plan.stalls() - taken);
    }

    public boolean isCancelled() {
        return cancelled != null;
    }

    /** What is announced. A market is where everybody shall come, so its place is an exact one. */
    public record Plan(
            String title, String districtCode, String address, Place place, Hours hours, int stalls, String rules) {}

    /**
     * When.
     *
     * @param applyUntil until then people apply for stalls
     * @param checkInUntil a stall whose holder has not come by then is given away
     */
    public record Hours(Instant applyUntil, Instant opensAt, Instant checkInUntil, Instant closesAt) {
        public static final Duration LENGTH_MAX = Duration.ofHours(16);
        public static final Duration AHEAD_MAX = Duration.ofDays(180);

        /** Whether such a day can be announced. */
        public boolean arePossibleAt(Instant now) {
            return now.isBefore(applyUntil)
                    && !applyUntil.isAfter(opensAt)
                    && !checkInUntil.isBefore(opensAt)
                    && checkInUntil.isBefore(closesAt)
                    && opensAt.isBefore(closesAt)
                    && Duration.between(opensAt, closesAt).compareTo(LENGTH_MAX) <= 0
                    && Duration.between(now, opensAt).compareTo(AHEAD_MAX) <= 0;
        }
    }
}
