package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.consignment.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A thing in a buyer's hand at the counter (柜台占用): until its end nobody can buy it online.
 *
 * @param id holds the thing's lock
 */
public record Lease(UUID id, UUID itemId, UUID listingId, PointId point, Instant until) {
    /** Long enough to find one's purse and for a line that was lost to come back; short enough for who waits online. */
    public static final Duration TIME = Duration.ofMinutes(10);
}
