package io.xunshi.transparency.statistics;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * A sale, and what it comes to in the grade asked for.
 *
 * @param priceFen adjusted, rounded half up, at least 1
 */
record AdjustedSale(Sale sale, long priceFen) {
    /** By price; sales of the same price in an order of their contents. */
    static final Comparator<AdjustedSale> BY_PRICE =
            Comparator.comparing(AdjustedSale::priceFen).thenComparing(AdjustedSale::sale);

    private static final long MILLION = 1_000_000;

    /** Grades whose prices are further apart than ten to one are not like each other. */
    private static final long RATIO_MOST = 10;

    static AdjustedSale asPaid(Sale sale) {
        return new AdjustedSale(sale, sale.priceFen());
    }

    /** In millionths, rounded half up. */
    static long ratio(long fen, long toFen) {
        return (fen * MILLION + toFen / 2) / toFen;
    }

    static OptionalLong sensible(long ratio) {
        return ratio < MILLION / RATIO_MOST || ratio > MILLION * RATIO_MOST
                ? OptionalLong.empty()
                : OptionalLong.of(ratio);
    }

    /** @param ratio a sensible one, in millionths */
    AdjustedSale times(long ratio) {
        return new AdjustedSale(sale, Math.max(1, (priceFen * ratio + MILLION / 2) / MILLION));
    }
}
