package io.xunshi.platform.auction;

import java.util.UUID;

/** An auction. */
public record AuctionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
