package io.xunshi.transparency.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * How prices moved between periods. Sums are exact and a quotient or root has 34 digits, rounded half-even; logarithms
 * and exponentials are those of {@link StrictMath}. Goods are taken in the order of their codes, so that the order of
 * intake changes nothing. What is not in both periods is left out: only what is matched says how a price moved.
 */
public final class PriceIndices {
    /** Over how many months the multilateral index looks: a year and the month before it. */
    public static final int WINDOW_MONTHS = 13;

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final int PLACES = 6;

    private PriceIndices() {}

    /**
     * Weighted Jevons: exp(Σ s ln(p₁/p₀)), s the shares of the value in the base period.
     *
     * @throws IllegalArgumentException where nothing is in both
     */
    public static BigDecimal jevons(Period base, Period current) {
        return rounded(geometric(base, current, (code, whole) -> base.valueOf(code) / whole.base()));
    }

    /** Laspeyres: Σ p₁q₀ / Σ p₀q₀. */
    public static BigDecimal laspeyres(Period base, Period current) {
        return rounded(ratio(base, current, base));
    }

    /** Paasche: Σ p₁q₁ / Σ p₀q₁. */
    public static BigDecimal paasche(Period base, Period current) {
        return rounded(ratio(base, current, current));
    }

    /** Fisher: the geometric mean of the two, which a turn of time turns around. */
    public static BigDecimal fisher(Period base, Period current) {
        return rounded(exactFisher(base, current));
    }

    /** The product of Fisher's from each period to the next; 1 for the first. */
    public static BigDecimal chained(List<Period> periods) {
        return rounded(exactChained(periods));
    }

    /** Törnqvist: exp(Σ ½(s₀+s₁) ln(p₁/p₀)). */
    public static BigDecimal tornqvist(Period base, Period current) {
        return rounded(tornqvistOf(base, current));
    }

    /**
     * GEKS of Törnqvist's from the first period of the window to the last: the geometric mean of the ways over every
     * period in between, so that no chain drifts.
     *
     * @param periods oldest first; of more than the window the newest thirteen
     */
    public static BigDecimal geks(List<Period> periods) {
        return rounded(geksOf(window(periods)));
    }

    /** By how much the chain has drifted: chained Fisher / GEKS − 1, over the same window. */
    public static BigDecimal drift(List<Period> periods) {
        var window = window(periods);
        return exactChained(window)
                .divide(BigDecimal.valueOf(geksOf(window)), PRECISION)
                .subtract(BigDecimal.ONE)
                .setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    private static List<Period> window(List<Period> periods) {
        return periods.subList(Math.max(0, periods.size() - WINDOW_MONTHS), periods.size());
    }

    private static BigDecimal exactChained(List<Period> periods) {
        var chained = BigDecimal.ONE;
        for (int i = 1; i < periods.size(); i++) {
            chained = chained.multiply(exactFisher(periods.get(i - 1), periods.get(i)), PRECISION);
        }
        return chained;
    }

    private static double geksOf(List<Period> window) {
        var first = window.getFirst();
        var last = window.getLast();
        var logarithm = 0.0;
        for (var between : window) {
            logarithm += StrictMath.log(tornqvistOf(first, between)) + StrictMath.log(tornqvistOf(between, last));
        }
        return StrictMath.exp(logarithm / window.size());
    }

    private static BigDecimal exactFisher(Period base, Period current) {
        return ratio(base, current, base)
                .multiply(ratio(base, current, current), PRECISION)
                .sqrt(PRECISION);
    }

    private static BigDecimal ratio(Period base, Period current, Period quantities) {
        var above = BigDecimal.ZERO;
        var below = BigDecimal.ZERO;
        for (var code : matched(base, current)) {
            var quantity = BigDecimal.valueOf(quantities.of(code).quantity());
            above = above.add(BigDecimal.valueOf(current.of(code).price()).multiply(quantity));
            below = below.add(BigDecimal.valueOf(base.of(code).price()).multiply(quantity));
        }
        return above.divide(below, PRECISION);
    }

    private static double tornqvistOf(Period base, Period current) {
        return geometric(
                base,
                current,
                (code, whole) -> (base.valueOf(code) / whole.base() + current.valueOf(code) / whole.current()) / 2);
    }

    private static double geometric(Period base, Period current, Share share) {
        var codes = matched(base, current);
        var whole = new Whole(sum(codes, base::valueOf), sum(codes, current::valueOf));
        return StrictMath.exp(sum(
                codes,
                code -> share.of(code, whole)
                        * StrictMath.log((double) current.of(code).price()
                                / base.of(code).price())));
    }

    private static double sum(Collection<String> codes, ToDoubleFunction<String> addend) {
        var sum = 0.0;
        for (var code : codes) {
            sum += addend.applyAsDouble(code);
        }
        return sum;
    }

    private static Collection<String> matched(Period base, Period current) {
        var codes = new TreeSet<>(base.goods().keySet());
        codes.retainAll(current.goods().keySet());
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("Nothing is in both periods");
        }
        return codes;
    }

    private static BigDecimal rounded(double value) {
        return rounded(BigDecimal.valueOf(value));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    /** What a good weighs in an index. */
    @FunctionalInterface
    private interface Share {
        double of(String code, Whole whole);
    }

    private record Whole(double base, double current) {}

    /**
     * What was traded in a month.
     *
     * @param goods by their codes
     */
    public record Period(Map<String, Good> goods) {

        public Period {
            goods = Map.copyOf(goods);
        }

        private Good of(String code) {
            var good = goods.get(code);
            if (good == null) {
                throw new IllegalArgumentException("Not traded: " + code);
            }
            return good;
        }

        private double valueOf(String code) {
            var good = of(code);
            return (double) good.price() * good.quantity();
        }

        /** The same, each price so many times as high. */
        public Period times(long factor) {
            var priced = new TreeMap<String, Good>();
            goods.forEach((code, good) ->
                    priced.put(code, new Good(Math.multiplyExact(good.price(), factor), good.quantity())));
            return new Period(priced);
        }
    }

    /**
     * A price and how much was traded at it, both positive.
     *
     * @param price of a unit
     * @param quantity in units
     */
    public record Good(long price, long quantity) {

        public Good {
            if (price < 1 || quantity < 1) {
                throw new IllegalArgumentException("A good that was traded has a price and a quantity");
            }
        }
    }
}
