package io.xunshi.platform.search.domain;

/** Where somebody searches from, degrees (WGS 84). */
public record Origin(double lat, double lon) {
    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    /** Along the surface of a sphere (haversine formula), in whole metres. */
    public long metersTo(double otherLat, double otherLon) {
        var halfLat = Math.toRadians(otherLat - lat) / 2;
        var halfLon = Math.toRadians(otherLon - lon) / 2;
        var chord = Math.pow(Math.sin(halfLat), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * Math.pow(Math.sin(halfLon), 2);
        return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, chord))));
    }
}
