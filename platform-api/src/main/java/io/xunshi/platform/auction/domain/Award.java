package io.xunshi.platform.auction.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who may have the goods (中标), how much of them, and at which price, fen per unit.
 *
 * @param priceFen for the winner what bidding came to, for the second their own highest offer
 */
public record Award(Place place, int paddle, long quantity, long priceFen) {

    /** Whom it is for. */
    public enum Place {
        /** 中标人: bound by their bid; their deposit is security. */
        WINNER,
        /** 递补人: asked because the winner failed; free to decline, their deposit is back with them. */
        SECOND
    }

    /**
     * Who is asked after the winner of an English auction: whoever else has offered most, among equals who did so
     * first.
     *
     * @param bids all of the auction
     */
    public static Optional<Award> second(List<Bid> bids, Award winner) {
        return bids.stream()
                .filter(bid -> bid.paddle() != winner.paddle())
                .min(Comparator.comparingLong(Bid::ceilingFen).reversed().thenComparingInt(Bid::sequence))
                .map(bid -> new Award(Place.SECOND, bid.paddle(), winner.quantity(), bid.ceilingFen()));
    }
}
