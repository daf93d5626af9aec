package io.xunshi.platform.listing;

import org.jspecify.annotations.Nullable;

/**
 * A rough place, degrees north and east (WGS 84). Never the exact one: it is moved by a few hundred metres before it is
 * stored, always the same way for the same item, so that asking often tells no more.
 */
public record Place(double lat, double lon) {
    /** How a request says where its reader is, <code>lat,lon</code>. */
    public static final String FORM = "-?[0-9]{1,2}(\\.[0-9]{1,15})?,-?[0-9]{1,3}(\\.[0-9]{1,15})?";

    private static final double LAT_MAX = 90;
    private static final double LON_MAX = 180;
    private static final double METRES_PER_DEGREE = 111_320;

    /**
     * Null for null and for what is nowhere on earth.
     *
     * @param said in the {@link #FORM}
     */
    public static @Nullable Place parse(@Nullable String said) {
        if (said == null) {
            return null;
        }
        var comma = said.indexOf(',');
        var lat = Double.parseDouble(said.substring(0, comma));
        var lon = Double.parseDouble(said.substring(comma + 1));
        return Math.abs(lat) <= LAT_MAX && Math.abs(lon) <= LON_MAX ? new Place(lat, lon) : null;
    }

    /** As if the city were flat: right to a few metres over its width. */
    public long metresTo(Place other) {
        var north = (lat - other.lat) * METRES_PER_DEGREE;
        var middle = Math.toRadians((lat + other.lat) / 2);
        var east = (lon - other.lon) * METRES_PER_DEGREE * Math.cos(middle);
        return Math.round(Math.hypot(north, east));
    }
}
