package io.xunshi.transparency.price;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What trades say a tonne costs. Sums are of any size; a mean is rounded half-even to the fen once, and a quantile is a
 * price that was paid: the smallest at or below which at least that share of the weight was traded.
 *
 * @param trades that counted
 * @param outliers that were dropped before
 * @param sellers groups on the sellers' side
 * @param buyers groups on the buyers' side
 * @param grams that counted, before caps
 * @param vwapFen mean of a tonne, by weight
 * @param lowFen lower end of the 95 % interval of the mean
 * @param highFen its upper end
 * @param effectiveGroupsMilli 1,000 / Σ s², s the sellers' groups' shares of the weight as it counts
 * @param holdsCaps no group and no trade has more weight than the caps allow
 */
public record PriceMeasures(
        int trades,
        int outliers,
        long sellers,
        long buyers,
        long grams,
        long vwapFen,
        long medianFen,
        long p10Fen,
        long p90Fen,
        long lowFen,
        long highFen,
        long effectiveGroupsMilli,
        boolean holdsCaps) {
    private static final long MILLI = 1_000;

    /**
     * @param all at least one, in any order
     * @param seed of the interval's draws
     */
    public static PriceMeasures of(List<PricedTrade> all, long seed) {
        var kept = Outliers.removed(all);
        var capped = WeightCaps.of(kept);
        var weighed = new Weighed(kept, capped.weights());
        var interval = GroupBootstrap.interval(kept, capped.weights(), seed);
        return new PriceMeasures(
                kept.size(),
                all.size() - kept.size(),
                WeightCaps.groups(kept, TradeSide.SELLER),
                WeightCaps.groups(kept, TradeSide.BUYER),
                kept.stream().mapToLong(PricedTrade::grams).reduce(0, Math::addExact),
                weighed.mean(),
                weighed.quantile(50),
                weighed.quantile(10),
                weighed.quantile(90),
                interval.lowFen(),
                interval.highFen(),
                weighed.effectiveGroupsMilli(),
                capped.holdsCaps());
    }

    static long rounded(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * @param trades by price
     * @param weights one for each, in grams
     */
    private record Weighed(List<PricedTrade> trades, List<Long> weights) {

        long mean() {
            var value = BigInteger.ZERO;
            for (int i = 0; i < trades.size(); i++) {
                value = value.add(
                        BigInteger.valueOf(trades.get(i).fenPerTonne()).multiply(BigInteger.valueOf(weights.get(i))));
            }
            return rounded(value, total());
        }

        long quantile(long percent) {
            var rank = total().multiply(BigInteger.valueOf(percent));
            var below = BigInteger.ZERO;
            for (int i = 0; i < trades.size(); i++) {
                below = below.add(BigInteger.valueOf(weights.get(i)));
                if (below.multiply(BigInteger.valueOf(100)).compareTo(rank) >= 0) {
                    return trades.get(i).fenPerTonne();
                }
            }
            throw new IllegalStateException("All weights together are the whole");
        }

        long effectiveGroupsMilli() {
            Map<String, BigInteger> byGroup = new TreeMap<>();
            for (int i = 0; i < trades.size(); i++) {
                byGroup.merge(trades.get(i).seller(), BigInteger.valueOf(weights.get(i)), BigInteger::add);
            }
            var squares =
                    byGroup.values().stream().map(weight -> weight.pow(2)).reduce(BigInteger.ZERO, BigInteger::add);
            return rounded(total().pow(2).multiply(BigInteger.valueOf(MILLI)), squares);
        }

        private BigInteger total() {
            return weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        }
    }
}
