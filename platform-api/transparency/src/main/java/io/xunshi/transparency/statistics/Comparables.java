package io.xunshi.transparency.statistics;

import io.xunshi.transparency.price.Outliers;
import io.xunshi.transparency.statistics.Valuation.ComparableTrade;
import io.xunshi.transparency.statistics.Valuation.Confidence;
import io.xunshi.transparency.statistics.Valuation.Level;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The trades that a valuation rests on, without outliers, by price.
 *
 * @param today the day from which their age counts
 * @param district a sale there weighs twice as much
 */
record Comparables(
        Level level,
        List<AdjustedSale> sales,
        LocalDate today,
        @Nullable String district) {
    private static final int SALES_FEWEST = 5;

    /** So that nobody makes a price by buying from themselves. */
    private static final int PARTIES_FEWEST = 3;

    /** Of trades that are all fresh; of older ones it takes more. */
    private static final long FRESH_FOR_HIGH = 20;

    private static final long FRESH_FOR_MEDIUM = 8;

    static Comparables of(Level level, List<AdjustedSale> sales, LocalDate today, @Nullable String district) {
        return new Comparables(
                level,
                Outliers.removed(sales.stream().sorted(AdjustedSale.BY_PRICE).toList(), AdjustedSale::priceFen),
                today,
                district);
    }

    boolean areEnough() {
        return sales.size() >= SALES_FEWEST
                && parties(Sale::seller) >= PARTIES_FEWEST
                && parties(Sale::buyer) >= PARTIES_FEWEST;
    }

    private long parties(Function<Sale, String> party) {
        return sales.stream().map(AdjustedSale::sale).map(party).distinct().count();
    }

    Valuation valuation() {
        var low = quantile(25);
        var high = quantile(75);
        return new Valuation(level, sales.size(), since(), low, quantile(50), high, confidence(low, high), newest());
    }

    /** Nearest rank: the smallest price with at least that share of the weight at or below it. */
    private long quantile(long percent) {
        var rank = Math.ceilDiv(sales.stream().mapToLong(this::weight).sum() * percent, 100L);
        for (var sale : sales) {
            rank -= weight(sale);
            if (rank <= 0) {
                return sale.priceFen();
            }
        }
        throw new IllegalStateException("What is enough has at least one sale");
    }

    private long weight(AdjustedSale sale) {
        var weight = sale.sale().weightOn(today);
        return sale.sale().district().equals(district) ? 2 * weight : weight;
    }

    private Confidence confidence(long lowFen, long highFen) {
        var fresh =
                sales.stream().mapToLong(sale -> sale.sale().weightOn(today)).sum() / Sale.FRESH;
        return switch (level) {
            case GRADE -> {
                if (fresh >= FRESH_FOR_HIGH && highFen <= 2 * lowFen) {
                    yield Confidence.HIGH;
                }
                yield mediumOrLow(fresh, lowFen, highFen);
            }
            case NEIGHBOURS -> mediumOrLow(fresh, lowFen, highFen);
            case CATEGORY -> Confidence.LOW;
        };
    }

    private static Confidence mediumOrLow(long fresh, long lowFen, long highFen) {
        return fresh >= FRESH_FOR_MEDIUM && highFen <= 4 * lowFen ? Confidence.MEDIUM : Confidence.LOW;
    }

    private YearMonth since() {
        return sales.stream()
                .map(sale -> YearMonth.from(sale.sale().day()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<ComparableTrade> newest() {
        return sales.stream()
                .sorted(Comparator.comparing(AdjustedSale::sale).reversed())
                .limit(Valuation.COMPARABLES_MOST)
                .map(sale -> new ComparableTrade(
                        YearMonth.from(sale.sale().day()),
                        sale.sale().condition(),
                        sale.sale().district(),
                        sale.sale().priceFen(),
                        sale.priceFen()))
                .toList();
    }
}
