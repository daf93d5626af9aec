package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.kernel.Money;

/**
 * The prices that may be named, both ends included; in fen.
 *
 * @param mostFen below <code>leastFen</code> where there is nothing to bargain about
 */
public record PriceRange(long leastFen, long mostFen) {
    /** Half of the asking price: it spares sellers insults, and both sides a lost zero in a price that binds. */
    private static final long FLOOR_PERCENT = 50;

    /** What may be offered for a listing: from the floor, rounded up to the fen, to just below what it asks. */
    public static PriceRange below(Money asking) {
        var floor = Math.ceilDiv(Math.multiplyExact(asking.amount(), FLOOR_PERCENT), 100L);
        return new PriceRange(floor, asking.amount() - 1);
    }

    /** What the other side may answer: a price that suits it better than the offer does, for else it would accept. */
    public PriceRange answering(Side author, Money offered) {
        return switch (author) {
            case BUYER -> new PriceRange(Math.max(leastFen, offered.amount() + 1), mostFen);
            case SELLER -> new PriceRange(leastFen, Math.min(mostFen, offered.amount() - 1));
        };
    }

    public boolean isEmpty() {
        return mostFen < leastFen;
    }

    public boolean contains(Money price) {
        return price.currency().equals(Money.CNY) && price.amount() >= leastFen && price.amount() <= mostFen;
    }
}
