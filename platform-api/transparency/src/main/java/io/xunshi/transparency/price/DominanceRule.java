package io.xunshi.transparency.price;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The p %-rule: a sum of contributions is unsafe where the second largest contributor, who knows its own, can tell the
 * largest one closer than p per cent. And a sum of fewer contributors than three is unsafe in any case. Who knows p can
 * tell more, so it is no part of what is published.
 *
 * @param percent p, positive
 */
public record DominanceRule(int percent) {
    /** With two, each knows the other. */
    public static final int FEWEST_CONTRIBUTORS = 3;

    public DominanceRule {
        if (percent < 1) {
            throw new IllegalArgumentException("The rule protects by at least one per cent");
        }
    }

    /** Whether the grams of each group may be known as a sum, on one side of the trades. */
    public boolean isSafe(Collection<PricedTrade> trades, TradeSide side) {
        return isSafe(contributions(trades, side));
    }

    /** @param contributions of one controller each, none negative */
    public boolean isSafe(Collection<Long> contributions) {
        return contributions.size() >= FEWEST_CONTRIBUTORS
                && missing(contributions).signum() <= 0;
    }

    /**
     * By how much, at least, an attacker's upper estimate of the sum has to be above it, in hundredths of the unit:
     * what the smaller contributors lack for hiding the largest one. Zero or less for what is safe.
     */
    public BigInteger missing(Collection<Long> contributions) {
        var sorted = contributions.stream().sorted(Comparator.reverseOrder()).toList();
        var rest = sorted.stream().skip(2).map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var largest = sorted.isEmpty() ? BigInteger.ZERO : BigInteger.valueOf(sorted.getFirst());
        return largest.multiply(BigInteger.valueOf(percent)).subtract(rest.multiply(BigInteger.valueOf(100)));
    }

    /** Grams of each controlling group. */
    public static List<Long> contributions(Collection<PricedTrade> trades, TradeSide side) {
        var byGroup = new TreeMap<String, Long>();
        trades.forEach(trade -> byGroup.merge(side.groupOf(trade), trade.grams(), Math::addExact));
        return List.copyOf(byGroup.values());
    }
}
