package io.xunshi.platform.search.domain;

import io.xunshi.platform.listing.Place;

/** Where somebody searches from, degrees (WGS 84). */
public record Origin(double lat, double lon) {
    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    /** Along the surface of a sphere (haversine formula), in whole metres. */
    public long metersTo(Place other) {
        var halfLat = Math.toRadians(other.lat() - lat) / 2;
        var halfLon = Math.toRadians(other.lon() - lon) / 2;
        var chord = Math.pow(Math.sin(halfLat), 2)
                + Math.cos(Math.toRadians(lat))
                        * Math.cos(Math.toRadians(other.lat()))
                        * Math.pow(Math.sin(halfLon), 2);
        return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, chord))));
    }
}
