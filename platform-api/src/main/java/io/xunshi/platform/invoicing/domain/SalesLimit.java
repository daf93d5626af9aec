package io.xunshi.platform.invoicing.domain;

import java.time.YearMonth;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What may be invoiced for a natural person (自然人反向开票限额): in any twelve consecutive calendar months at most five million
 * yuan without tax, whoever buys (税务总局公告2024年第5号 art. 3).
 */
public final class SalesLimit {
    /** Five million yuan, which may be reached and not passed. */
    public static final long LIMIT_FEN = 500_000_000;

    public static final int MONTHS = 12;

    /** Four fifths: from then on the buyer is warned. */
    private static final long WARNING_FEN = LIMIT_FEN / 5 * 4;

    private SalesLimit() {}

    /**
     * What may still be invoiced in a month so that none of the twelve stretches of twelve months with this month in
     * them comes to more. Never negative.
     *
     * @param soldByMonth fen without tax, of the months from eleven before to eleven after
     */
    public static long room(YearMonth month, Map<YearMonth, Long> soldByMonth) {
        var fullest = LongStream.range(0, MONTHS)
                .map(back -> sold(month.minusMonths(back), soldByMonth))
                .max()
                .orElse(0);
        return Math.max(0, LIMIT_FEN - fullest);
    }

    /** Whether so little room is left that whoever buys should know. */
    public static boolean isNear(long roomFen) {
        return LIMIT_FEN - roomFen >= WARNING_FEN;
    }

    private static long sold(YearMonth first, Map<YearMonth, Long> soldByMonth) {
        return LongStream.range(0, MONTHS)
                .map(on -> soldByMonth.getOrDefault(first.plusMonths(on), 0L))
                .reduce(0, Math::addExact);
    }
}
