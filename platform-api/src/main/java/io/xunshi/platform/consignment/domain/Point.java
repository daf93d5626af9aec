package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.Place;
import java.time.Instant;

/**
 * A consignment point (寄卖点).
 *
 * @param code public, <code>P…</code>
 * @param account the shop's own: it stands as the seller of what is on the shelf
 * @param capacity things that it has room for
 */
public record Point(PointId id, String code, AccountId account, Profile profile, long version, Instant openedAt) {

    /**
     * What it says of itself.
     *
     * @param hours in the point's own words
     */
    public record Profile(String name, String address, String districtCode, Place place, String hours, int capacity) {}
}
