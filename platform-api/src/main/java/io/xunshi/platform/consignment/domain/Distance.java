package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.listing.Place;

/** How far two places in a city are apart. */
public final class Distance {
    private static final double METRES_PER_DEGREE = 111_320;

    private Distance() {}

    /** In metres, as if the city were flat: right to a few metres over its width. */
    public static long between(Place one, Place other) {
        var north = (one.lat() - other.lat()) * METRES_PER_DEGREE;
        var middle = Math.toRadians((one.lat() + other.lat()) / 2);
        var east = (one.lon() - other.lon()) * METRES_PER_DEGREE * Math.cos(middle);
        return Math.round(Math.hypot(north, east));
    }
}
