package io.xunshi.transparency.price;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

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

    /** The trades that stay, by price. */
    public static List<PricedTrade> removed(List<PricedTrade> trades) {
        return removed(trades.stream().sorted().toList(), PricedTrade::fenPerTonne);
    }

    /**
     * What stays, in its order.
     *
     * @param sorted by price
     * @param price positive
     */
    public static <T> List<T> removed(List<T> sorted, ToLongFunction<T> price) {
        if (sorted.size() < FEWEST) {
            return sorted;
        }
        var distribution = Distribution.of(sorted.stream().mapToLong(price).toArray());
        return sorted.stream()
                .filter(one -> !distribution.isFarOff(price.applyAsLong(one)))
                .toList();
    }

    /**
     * How far off a price is from the others: the robust z. Infinite where the others do not differ from each other.
     */
    public static double score(long fenPerTonne, List<PricedTrade> trades) {
        return Distribution.of(trades.stream()
                        .mapToLong(PricedTrade::fenPerTonne)
                        .sorted()
                        .toArray())
                .score(fenPerTonne);
    }

    private record Distribution(double median, double deviation, long twiceMedian) {

        static Distribution of(long[] sorted) {
            var logarithms = Arrays.stream(sorted).mapToDouble(StrictMath::log).toArray();
            var median = median(logarithms);
            var deviations = Arrays.stream(logarithms)
                    .map(logarithm -> StrictMath.abs(logarithm - median))
                    .sorted()
                    .toArray();
            var last = sorted.length - 1;
            return new Distribution(median, median(deviations), sorted[last / 2] + sorted[last - last / 2]);
        }

        boolean isFarOff(long price) {
            return deviation == 0
                    ? Math.abs(2 * price - twiceMedian) * 100 > MOST_PERCENT * twiceMedian
                    : score(price) > MOST;
        }

        double score(long price) {
            return StrictMath.abs(StrictMath.log(price) - median) / (NORMAL * deviation);
        }

        /** Of an even number, half way between the two in the middle. */
        private static double median(double[] sorted) {
            var last = sorted.length - 1;
            return (sorted[last / 2] + sorted[last - last / 2]) / 2;
        }
    }
}
