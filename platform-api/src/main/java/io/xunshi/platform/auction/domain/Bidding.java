package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionFormat;
import java.time.Instant;
import java.util.List;

/**
 * What bidders have done at an auction, and what that comes to by the rules of its format. Each is a plain value: what
 * was bid in which order decides, and nothing else. All prices are fen per unit.
 */
public sealed interface Bidding permits EnglishAuction, SealedAuction, DutchAuction, YankeeAuction {
    /** A hundred million yuan per unit: above gold by the tonne, below what would overflow. */
    long PRICE_MAX_FEN = 10_000_000_000L;

    AuctionFormat format();

    LotQuantity lot();

    /** How many bids were taken: the number of the last one. */
    int bids();

    /** Where the price stands, or begins while there is none. */
    long priceFen();

    /** The first moment at which no bid is taken any more. */
    Instant endsAt();

    /** The first moment at which it is known who has won. Only sealed bids are opened between the end and this. */
    default Instant decidedAt() {
        return endsAt();
    }

    /** Who wins how much, if nothing more comes; never more than there is. Empty where nobody does. */
    List<Award> winners();
}
