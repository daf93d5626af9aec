package io.xunshi.transparency.statistics;

import io.xunshi.transparency.record.TradeRecord;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * What a valuation keeps of a sale.
 *
 * @param priceFen of one piece
 * @param buyer commitment, as in the log; so is the seller
 */
record Sale(LocalDate day, String condition, String district, long priceFen, String buyer, String seller)
        implements Comparable<Sale>, Serializable {
    /** In this time the weight of a sale halves, at once. */
    private static final int HALVING_DAYS = 90;

    private static final int HALVINGS = 8;

    /** What is older is not compared. */
    static final int DAYS = HALVINGS * HALVING_DAYS;

    /** The weight of a sale that is no older than the days of a halving. */
    static final long FRESH = 1L << HALVINGS;

    /** The oldest first; in whole an order of the contents, so that it does not matter which came first. */
    private static final Comparator<Sale> ORDER = Comparator.comparing(Sale::day)
            .thenComparing(Sale::priceFen)
            .thenComparing(Sale::condition)
            .thenComparing(Sale::district)
            .thenComparing(Sale::buyer)
            .thenComparing(Sale::seller);

    static Sale of(TradeRecord record) {
        return new Sale(
                record.day(),
                record.condition(),
                record.district(),
                record.unitPriceFen(),
                record.buyer(),
                record.seller());
    }

    boolean isTooOldOn(LocalDate today) {
        return ageOn(today) >= DAYS;
    }

    long weightOn(LocalDate today) {
        return FRESH >> (ageOn(today) / HALVING_DAYS);
    }

    private long ageOn(LocalDate today) {
        return ChronoUnit.DAYS.between(day, today);
    }

    @Override
    public int compareTo(Sale other) {
        return ORDER.compare(this, other);
    }
}
