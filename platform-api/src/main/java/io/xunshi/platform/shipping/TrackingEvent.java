package io.xunshi.platform.shipping;

import java.time.Instant;

/**
 * One line of a parcel's tracking, as the carrier tells it.
 *
 * @param place a city or a site of the carrier's; may be empty
 */
public record TrackingEvent(Instant at, Kind kind, String place) {

    /** What happened to the parcel. */
    public enum Kind {
        BOOKED,
        PICKED_UP,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        DELIVERED,
        DAMAGED,
        LOST,
        CANCELLED
    }
}
