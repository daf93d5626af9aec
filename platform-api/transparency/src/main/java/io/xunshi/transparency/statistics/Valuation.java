package io.xunshi.transparency.statistics;

import java.time.YearMonth;
import java.util.List;

/**
 * 估价: between which prices things like this one were sold. A quarter went for less than the low end, a quarter for more
 * than the high one. Each of the three is the price of a trade, adjusted where the level says so.
 *
 * @param level which trades it rests on
 * @param trades how many they are, those left out as outliers not counted
 * @param since the month of the oldest of them
 * @param comparables the newest of them, at most {@link #COMPARABLES_MOST}
 */
public record Valuation(
        Level level,
        int trades,
        YearMonth since,
        long lowFen,
        long midFen,
        long highFen,
        Confidence confidence,
        List<ComparableTrade> comparables) {
    public static final int COMPARABLES_MOST = 12;

    public Valuation {
        comparables = List.copyOf(comparables);
    }

    /** Which trades are compared, the most alike first. */
    public enum Level {
        /** Of the category, in the same condition. */
        GRADE,
        /**
         * Also those one grade better or worse, at the price times what the other grade is usually paid more or less.
         */
        NEIGHBOURS,
        /** All of the category, in any condition and unadjusted. */
        CATEGORY
    }

    /** How sure it is. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    /**
     * A trade behind it. Nothing of it leads to a person or a listing.
     *
     * @param priceFen what was paid for one piece
     * @param adjustedFen that price, brought to the grade asked for
     */
    public record ComparableTrade(
            YearMonth month, String condition, String district, long priceFen, long adjustedFen) {}
}
