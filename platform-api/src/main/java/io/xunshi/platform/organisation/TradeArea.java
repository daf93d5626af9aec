package io.xunshi.platform.organisation;

import java.util.Collection;

/** Where a licence holds, and where a deal is done. */
public final class TradeArea {
    /** Of a place: anywhere but in the city. */
    public static final String OUTSIDE = "OUTSIDE";

    /** Of a licence: all sixteen districts. */
    public static final String CITY = "CITY";

    /** Of a licence: in the city and outside it. */
    public static final String EVERYWHERE = "EVERYWHERE";

    private TradeArea() {}

    /**
     * Whether a licence for these areas holds at a place.
     *
     * @param place the code of a district, or {@link #OUTSIDE}
     */
    public static boolean covers(Collection<String> areas, String place) {
        return areas.contains(EVERYWHERE) || areas.contains(place) || areas.contains(CITY) && !place.equals(OUTSIDE);
    }
}
