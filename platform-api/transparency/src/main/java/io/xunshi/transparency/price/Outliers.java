package io.xunshi.transparency.price;

import java.util.List;

/**
 * Robust removal of prices that no market made: the distance of a price's logarithm from the median of all, in units of
 * the median absolute deviation. Logarithms are those of {@link StrictMath}, the same on every machine; nothing else
 * rounds but IEEE 754 doubles.
 */
public final class Outliers {
    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 1.4826;

    private static final double MOST = 3.5;

    /** Of fewer trades nothing is dropped: they are too few to say what is usual. */
    private static final int FEWEST = 5;

    /** Where half of the prices are the same, what is further off than so many hundredths of it is dropped. */
    private static final long MOST_PERCENT = 15;

    private Outliers() {}

    /** The trades that stay, in their order. */
    public static List<PricedTrade> removed(List<PricedTrade> trades) {
        var sorted = trades.stream().sorted().toList();
        if (sorted.size() < FEWEST) {
            return sorted;
        }
        var distribution = Distribution.of(sorted);
        return sorted.stream()
                .filter(trade -> !distribution.isFarOff(trade.fenPerTonne()))
                .toList();
    }

    /**
     * How far off a price is from the others: the robust z. Infinite where the others do not differ from each other.
     */
    public static double score(long fenPerTonne, List<PricedTrade> trades) {
        return Distribution.of(trades.stream().sorted().toList()).score(fenPerTonne);
    }

    private record Distribution(double median, double deviation, long twiceMedianFen) {

        /** @param sorted by price */
        static Distribution of(List<PricedTrade> sorted) {
            var logarithms = sorted.stream()
                    .mapToDouble(trade -> StrictMath.log(trade.fenPerTonne()))
                    .toArray();
            var median = median(logarithms);
            var deviations = sorted.stream()
                    .mapToDouble(trade -> StrictMath.abs(StrictMath.log(trade.fenPerTonne()) - median))
                    .sorted()
                    .toArray();
            var last = sorted.size() - 1;
            return new Distribution(
                    median,
                    median(deviations),
                    sorted.get(last / 2).fenPerTonne()
                            + sorted.get(last - last / 2).fenPerTonne());
        }

        boolean isFarOff(long fenPerTonne) {
            return deviation == 0
                    ? Math.abs(2 * fenPerTonne - twiceMedianFen) * 100 > MOST_PERCENT * twiceMedianFen
                    : score(fenPerTonne) > MOST;
        }

        double score(long fenPerTonne) {
            return StrictMath.abs(StrictMath.log(fenPerTonne) - median) / (NORMAL * deviation);
        }

        /** Of an even number, half way between the two in the middle. */
        private static double median(double[] sorted) {
            var last = sorted.length - 1;
            return (sorted[last / 2] + sorted[last - last / 2]) / 2;
        }
    }
}
