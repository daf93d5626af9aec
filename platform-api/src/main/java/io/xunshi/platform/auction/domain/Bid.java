package io.xunshi.platform.auction.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bid that was taken, and what came of it. All amounts in fen per unit.
 *
 * @param sequence 1, 2, 3 … within the auction, without gaps; it decides between equals
 * @param amountFen what it raised the price to at once; for a raise the price that it left as it was
 * @param ceilingFen up to which it stands
 * @param ownStepFen null where automatic bids climb by the ladder
 * @param at by the server's clock
 * @param priceFen after it
 * @param leader whose paddle is ahead after it
 * @param endsAt the end after it
 */
public record Bid(
        int sequence,
        int paddle,
        Kind kind,
        long amountFen,
        long ceilingFen,
        @Nullable Long ownStepFen,
        Instant at,
        long priceFen,
        int leader,
        Instant endsAt) {

    /**
     * As everybody may see it while the price is so high. Ceilings above the price stay hidden, and nobody needs them:
     * with every ceiling cut off at the price, the same bids lead to the same price.
     */
    public Bid shownAt(long currentPriceFen) {
        return new Bid(
                sequence,
                paddle,
                kind,
                amountFen,
                Math.min(ceilingFen, currentPriceFen),
                ownStepFen,
                at,
                priceFen,
                leader,
                endsAt);
    }

    /** What it is. */
    public enum Kind {
        /** Of somebody who was not ahead. */
        BID,
        /** 提高限价: who is ahead has raised their ceiling. */
        RAISE
    }
}
