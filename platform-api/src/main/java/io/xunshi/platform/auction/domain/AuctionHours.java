package io.xunshi.platform.auction.domain;

import java.time.Instant;

/**
 * When an auction is held, as published. Late bids move the end of the auction, never these.
 *
 * @param inspectionFrom 看样: from when on bidders may look at the goods
 * @param opensAt the first moment at which bids are taken
 * @param endsAt the first moment at which they are not
 */
public record AuctionHours(Instant inspectionFrom, Instant opensAt, Instant endsAt) {

    public AuctionHours {
        if (inspectionFrom.isAfter(opensAt) || !opensAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("Goods are looked at, then bid for, then sold: %s, %s, %s"
                    .formatted(inspectionFrom, opensAt, endsAt));
        }
    }
}
