package io.xunshi.transparency.price;

import java.util.Comparator;

/**
 * A trade as prices are made of it. Its order among others follows from what it says, so that nothing depends on the
 * order of intake.
 *
 * @param key what tells it from another trade that says the same
 * @param grams that were paid for, positive
 * @param fenPerTonne normalised price, positive
 * @param seller name of the group that controls the seller
 * @param buyer name of the group that controls the buyer
 */
public record PricedTrade(String key, long grams, long fenPerTonne, String seller, String buyer)
        implements Comparable<PricedTrade> {
    private static final Comparator<PricedTrade> ORDER =
            Comparator.comparingLong(PricedTrade::fenPerTonne).thenComparing(PricedTrade::key);

    public PricedTrade {
        if (grams < 1 || fenPerTonne < 1) {
            throw new IllegalArgumentException("A trade has a weight and a price");
        }
    }

    @Override
    public int compareTo(PricedTrade other) {
        return ORDER.compare(this, other);
    }
}
