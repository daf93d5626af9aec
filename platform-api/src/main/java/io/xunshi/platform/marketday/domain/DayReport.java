package io.xunshi.platform.marketday.domain;

import io.xunshi.platform.payment.StallMoney.Means;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was sold, of a whole day or at one stall. Cancelled sales are counted and add nothing else.
 *
 * @param categories the most taken first
 */
public record DayReport(Takings takings, int cancelled, List<OfCategory> categories) {

    public DayReport {
        categories = List.copyOf(categories);
    }

    /** @param rows one of each category and means */
    public static DayReport of(List<Row> rows, int cancelled) {
        Map<String, Takings> byCategory = new TreeMap<>();
        rows.forEach(row -> byCategory.merge(row.category(), row.takings(), Takings::plus));
        var categories = byCategory.entrySet().stream()
                .map(entry -> new OfCategory(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(
                                (OfCategory one) -> one.takings().totalFen())
                        .reversed()
                        .thenComparing(OfCategory::category))
                .toList();
        return new DayReport(byCategory.values().stream().reduce(Takings.NONE, Takings::plus), cancelled, categories);
    }

    /** What a day brought, in fen. */
    public record Takings(int items, long cashFen, long codeFen) {
        public static final Takings NONE = new Takings(0, 0, 0);

        public long totalFen() {
            return cashFen + codeFen;
        }

        Takings plus(Takings other) {
            return new Takings(items + other.items, cashFen + other.cashFen, codeFen + other.codeFen);
        }
    }

    /** A category's share. */
    public record OfCategory(String category, Takings takings) {}

    /** Sales of a category that were paid in one way. */
    public record Row(String category, Means means, int items, long fen) {

        Takings takings() {
            return switch (means) {
                case CASH -> new Takings(items, fen, 0);
                case CODE -> new Takings(items, 0, fen);
            };
        }
    }
}
