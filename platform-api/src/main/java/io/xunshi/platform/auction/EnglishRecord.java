package io.xunshi.platform.auction;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an English auction went that is decided, with who bid. Hidden ceilings are in none of it. Amounts are fen for a
 * tonne or a piece.
 *
 * @param endedAt when bidding ended, as late bids have moved it
 * @param winner to whom the goods went first; null where nobody has won
 * @param bids that moved the price, in their order
 */
public record EnglishRecord(
        OrganisationId seller,
        String materialCode,
        Instant opensAt,
        Instant endedAt,
        long startFen,
        @Nullable OrganisationId winner,
        List<NamedBid> bids) {

    public EnglishRecord {
        bids = List.copyOf(bids);
    }

    /** @param priceFen after it */
    public record NamedBid(OrganisationId bidder, Instant at, long priceFen) {}
}
