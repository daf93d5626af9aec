package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.domain.DutchAuction.Take;
import java.time.Instant;

/**
 * What somebody takes of a lot at a falling clock, or bids for a part of it: what the two have in common where they are
 * written down and shown.
 *
 * @param sequence 1, 2, 3 … within the auction, without gaps
 * @param takesLess whether they are content with less where not enough is left; never at a falling clock
 */
public record PartBid(int sequence, int paddle, long quantity, long priceFen, boolean takesLess, Instant at) {

    public static PartBid of(Take take) {
        return new PartBid(take.sequence(), take.paddle(), take.quantity(), take.priceFen(), false, take.at());
    }

    public static PartBid of(YankeeBid bid) {
        return new PartBid(bid.sequence(), bid.paddle(), bid.quantity(), bid.priceFen(), bid.takesLess(), bid.at());
    }

    public Take take() {
        return new Take(sequence, paddle, quantity, priceFen, at);
    }

    public YankeeBid bid() {
        return new YankeeBid(sequence, paddle, priceFen, quantity, takesLess, at);
    }
}
