package io.xunshi.platform.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Five million yuan in any twelve consecutive calendar months, and not a fen more. */
class SalesLimitTests {
    private static final YearMonth JANUARY = YearMonth.of(2028, 1);

    @Test
    void theWholeLimitMayBeUsed() {
        assertThat(SalesLimit.room(JANUARY, Map.of())).isEqualTo(500_000_000);
        assertThat(SalesLimit.room(JANUARY, Map.of(JANUARY, 499_999_999L))).isEqualTo(1);
        assertThat(SalesLimit.room(JANUARY, Map.of(JANUARY, 500_000_000L))).isZero();
    }

    @Test
    void theTwelfthMonthAfterSharesNothing() {
        var sold = Map.of(JANUARY, SalesLimit.LIMIT_FEN);

        assertThat(SalesLimit.room(JANUARY.plusMonths(11), sold)).isZero();
        assertThat(SalesLimit.room(JANUARY.plusMonths(12), sold)).isEqualTo(SalesLimit.LIMIT_FEN);
        assertThat(SalesLimit.room(JANUARY.minusMonths(11), sold)).isZero();
        assertThat(SalesLimit.room(JANUARY.minusMonths(12), sold)).isEqualTo(SalesLimit.LIMIT_FEN);
    }

    @Test
    void whatIsEnteredLateCountsWithWhatCameAfterIt() {
        var sold = Map.of(JANUARY, 300_000_000L, JANUARY.plusMonths(12), 450_000_000L);

        assertThat(SalesLimit.room(JANUARY.plusMonths(6), sold)).isEqualTo(50_000_000);
    }

    @Test
    void theFullestStretchDecidesAndNotTheSumOfAll() {
        var sold = Map.of(JANUARY, 200_000_000L, JANUARY.plusMonths(12), 200_000_000L);

        assertThat(SalesLimit.room(JANUARY.plusMonths(6), sold)).isEqualTo(300_000_000);
    }

    @Test
    void aWarningIsGivenFromFourFifths() {
        assertThat(SalesLimit.isNear(100_000_001)).isFalse();
        assertThat(SalesLimit.isNear(100_000_000)).isTrue();
        assertThat(SalesLimit.isNear(0)).isTrue();
    }

    /** Month ends, leap days and what was taken back are all in the random days. */
    @Test
    void noSequenceOfSalesEverPassesTheLimitAndNoneIsRefusedWithoutNeed() {
        var random = new Random(11);
        for (int run = 0; run < 300; run++) {
            var sales = new ArrayList<Sale>();
            for (int step = 0; step < 60; step++) {
                if (!sales.isEmpty() && random.nextInt(6) == 0) {
                    sales.remove(random.nextInt(sales.size()));
                }
                var sale = new Sale(day(random), amount(random));
                var isLet = sale.fen() <= SalesLimit.room(YearMonth.from(sale.day()), byMonth(sales));

                assertThat(isLet).as("%s after %s", sale, sales).isEqualTo(fitsByCounting(sale, sales));
                if (isLet) {
                    sales.add(sale);
                }
            }
        }
    }

    private static LocalDate day(Random random) {
        var edges = List.of(
                LocalDate.of(2027, 12, 31),
                LocalDate.of(2028, 1, 1),
                LocalDate.of(2028, 2, 28),
                LocalDate.of(2028, 2, 29),
                LocalDate.of(2028, 3, 1),
                LocalDate.of(2029, 1, 31),
                LocalDate.of(2029, 2, 1),
                LocalDate.of(2029, 2, 28));
        return random.nextInt(3) == 0
                ? edges.get(random.nextInt(edges.size()))
                : LocalDate.of(2027, 6, 1).plusDays(random.nextInt(900));
    }

    private static long amount(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> SalesLimit.LIMIT_FEN;
            case 1 -> SalesLimit.LIMIT_FEN / 2;
            case 2 -> SalesLimit.LIMIT_FEN / 2 + 1;
            default -> 1 + random.nextLong(SalesLimit.LIMIT_FEN / 4);
        };
    }

    private static Map<YearMonth, Long> byMonth(List<Sale> sales) {
        return sales.stream()
                .collect(Collectors.groupingBy(sale -> YearMonth.from(sale.day()), Collectors.summingLong(Sale::fen)));
    }

    /** Day by day, in every twelve months that there are. */
    private static boolean fitsByCounting(Sale sale, List<Sale> sales) {
        var all = new ArrayList<>(sales);
        all.add(sale);
        return IntStream.range(0, 80)
                .mapToObj(YearMonth.of(2025, 1)::plusMonths)
                .allMatch(first -> {
                    var from = first.atDay(1);
                    var to = first.plusMonths(12).atDay(1);
                    return all.stream()
                                    .filter(one -> !one.day().isBefore(from)
                                            && one.day().isBefore(to))
                                    .mapToLong(Sale::fen)
                                    .sum()
                            <= SalesLimit.LIMIT_FEN;
                });
    }

    private record Sale(LocalDate day, long fen) {}
}
