package io.xunshi.platform.auction.domain;

import java.time.Instant;
import java.util.Comparator;

/**
 * A bid for some of a divisible lot.
 *
 * @param sequence 1, 2, 3 … within the auction; the earlier of equals comes first
 * @param priceFen fen per unit; who wins pays their own
 * @param quantity as much as they want
 * @param takesLess 接受部分成交: whether they are content with less where not enough is left
 * @param at by the server's clock
 */
public record YankeeBid(int sequence, int paddle, long priceFen, long quantity, boolean takesLess, Instant at) {
    /** Who is served first: the higher price, then the larger quantity, then the earlier bid. */
    public static final Comparator<YankeeBid> ORDER = Comparator.comparingLong(YankeeBid::priceFen)
            .reversed()
            .thenComparing(Comparator.comparingLong(YankeeBid::quantity).reversed())
            .thenComparingInt(YankeeBid::sequence);

    /** Whether it offers or asks for more than the other, and in nothing less. */
    boolean improves(YankeeBid other) {
        return priceFen >= other.priceFen
                && quantity >= other.quantity
                && (priceFen > other.priceFen || quantity > other.quantity);
    }
}
