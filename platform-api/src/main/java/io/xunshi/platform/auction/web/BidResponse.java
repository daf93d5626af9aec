package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.domain.Bid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bid as everybody sees it, prices in fen per unit.
 *
 * @param ceilingFen cut off at the price: what is above it nobody learns
 * @param priceFen after it, as are leader and end
 */
record BidResponse(
        int sequence,
        int paddle,
        Bid.Kind kind,
        long amountFen,
        long ceilingFen,
        @Nullable Long ownStepFen,
        Instant at,
        long priceFen,
        int leader,
        Instant endsAt) {

    static BidResponse of(Bid bid) {
        return new BidResponse(
                bid.sequence(),
                bid.paddle(),
                bid.kind(),
                bid.amountFen(),
                bid.ceilingFen(),
                bid.ownStepFen(),
                bid.at(),
                bid.priceFen(),
                bid.leader(),
                bid.endsAt());
    }
}
