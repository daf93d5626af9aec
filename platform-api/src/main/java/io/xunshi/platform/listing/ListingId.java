package io.xunshi.platform.listing;

import java.util.UUID;

/** A listing. */
public record ListingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
