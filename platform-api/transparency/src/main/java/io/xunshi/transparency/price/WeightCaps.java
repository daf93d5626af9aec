package io.xunshi.transparency.price;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Nobody makes a price alone: no group has more than a quarter of the weight on its side, and no trade more than 15 %.
 * What is above is cut, and all is looked at again, since cutting one makes the others' shares larger. Whole grams,
 * rounded down, so weights only ever shrink and it ends.
 */
final class WeightCaps {
    private static final long GROUP_PARTS = 4;
    private static final long TRADE_PERCENT = 15;
    private static final int FEWEST_GROUPS = 4;
    private static final int FEWEST_TRADES = 7;
    private static final int MOST_ROUNDS = 10_000;

    /** Cut to less than this of the whole, the weights no longer say how much was traded. */
    private static final long LEAST_PERCENT = 10;

    private WeightCaps() {}

    /**
     * The trades' weights as they count, and whether they hold the caps. Where they cannot, since there are fewer than
     * four groups on a side or seven trades, or where too little would be left, they are the grams as they were.
     *
     * @param trades in their order
     */
    static Capped of(List<PricedTrade> trades) {
        var grams = trades.stream().map(PricedTrade::grams).toList();
        var uncapped = new Capped(grams, false);
        if (trades.size() < FEWEST_TRADES
                || groups(trades, TradeSide.SELLER) < FEWEST_GROUPS
                || groups(trades, TradeSide.BUYER) < FEWEST_GROUPS) {
            return uncapped;
        }
        var least = sum(grams) / 100 * LEAST_PERCENT;
        var weights = grams;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var cut = cutGroups(cutGroups(cutTrades(weights), trades, TradeSide.SELLER), trades, TradeSide.BUYER);
            if (cut.equals(weights)) {
                return new Capped(weights, true);
            }
            if (sum(cut) < least) {
                return uncapped;
            }
            weights = cut;
        }
        return uncapped;
    }

    static long groups(List<PricedTrade> trades, TradeSide side) {
        return trades.stream().map(side::groupOf).distinct().count();
    }

    private static List<Long> cutTrades(List<Long> weights) {
        var most = Math.multiplyExact(sum(weights), TRADE_PERCENT) / 100;
        return weights.stream().map(weight -> Math.min(weight, most)).toList();
    }

    private static List<Long> cutGroups(List<Long> weights, List<PricedTrade> trades, TradeSide side) {
        var most = sum(weights) / GROUP_PARTS;
        Map<String, Long> byGroup = IntStream.range(0, weights.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> side.groupOf(trades.get(i)), TreeMap::new, Collectors.summingLong(weights::get)));
        var cut = new ArrayList<Long>(weights.size());
        for (int i = 0; i < weights.size(); i++) {
            var group = byGroup.get(side.groupOf(trades.get(i)));
            cut.add(group == null || group <= most ? weights.get(i) : scaled(weights.get(i), most, group));
        }
        return cut;
    }

    private static long scaled(long weight, long most, long group) {
        return BigInteger.valueOf(weight)
                .multiply(BigInteger.valueOf(most))
                .divide(BigInteger.valueOf(group))
                .longValueExact();
    }

    private static long sum(List<Long> weights) {
        return weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /** @param weights one for each trade, in their order */
    record Capped(List<Long> weights, boolean holdsCaps) {}
}
