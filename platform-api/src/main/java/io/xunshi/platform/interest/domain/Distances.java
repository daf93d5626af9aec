package io.xunshi.platform.interest.domain;

import io.xunshi.platform.catalog.District;

/** How far districts are from each other. */
final class Distances {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    private Distances() {}

    /** Between the centres along the surface of a sphere, in whole kilometres, the nearest one. */
    static long kilometres(District one, District other) {
        var halfLat = Math.toRadians(other.lat() - one.lat()) / 2;
        var halfLon = Math.toRadians(other.lon() - one.lon()) / 2;
        var chord = Math.pow(Math.sin(halfLat), 2)
                + Math.cos(Math.toRadians(one.lat()))
                        * Math.cos(Math.toRadians(other.lat()))
                        * Math.pow(Math.sin(halfLon), 2);
        return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord))));
    }
}
