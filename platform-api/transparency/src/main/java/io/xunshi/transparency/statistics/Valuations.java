package io.xunshi.transparency.statistics;

import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.statistics.Valuation.Level;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 估价: what second-hand things are worth, by what was paid for others. A fold: take the records of a log in any portions
 * and in any order, and the valuations are the same. The log knows a thing's category and grade, and neither its title
 * nor its model: so a valuation is that of the category and the grade.
 *
 * <p>Of each category and grade the newest {@value NewestSales#MOST} sales are looked at, back to {@value Sale#DAYS}
 * days before the newest sale of the log; no clock is asked. Not thread-safe.
 */
public final class Valuations implements Serializable {
    /** Names this way of computing; a change of it gets another name. */
    public static final String METHOD = "second-hand-valuation-1";

    /** From the best to the worst. */
    private static final List<String> GRADES = List.of("NEW", "LIKE_NEW", "GOOD", "FAIR", "WORN", "FOR_PARTS");

    /** The highest price that a listing takes; what is above it was no sale of one thing. */
    private static final long PRICE_MOST_FEN = 1_000_000_000;

    /** How many sales of both grades a category needs to say how their prices stand to each other. */
    private static final int RATIO_SALES_FEWEST = 5;

    /** How many categories have to say it. */
    private static final int RATIO_CATEGORIES_FEWEST = 3;

    private final Map<String, Map<String, NewestSales>> byCategoryAndGrade = new TreeMap<>();
    private LocalDate newest = LocalDate.EPOCH;

    /** Takes a record in; only sales tell what things are worth. */
    public void add(TradeRecord record) {
        if (record.step().isSale() && record.unitPriceFen() > 0 && record.unitPriceFen() <= PRICE_MOST_FEN) {
            salesOf(record.category(), record.condition()).add(Sale.of(record));
            newest = record.day().isAfter(newest) ? record.day() : newest;
        }
    }

    /** Takes in what another fold took in, of other records; in which order makes no difference. */
    public void merge(Valuations other) {
        other.byCategoryAndGrade.forEach((category, grades) ->
                grades.forEach((grade, sales) -> salesOf(category, grade).merge(sales)));
        newest = other.newest.isAfter(newest) ? other.newest : newest;
    }

    private NewestSales salesOf(String category, String grade) {
        return byCategoryAndGrade
                .computeIfAbsent(category, key -> new TreeMap<>())
                .computeIfAbsent(grade, key -> new NewestSales());
    }

    /** By the most alike trades that are enough; empty where there are too few at each level. */
    public Optional<Valuation> of(Thing thing) {
        return Stream.of(Level.values())
                .map(level -> Comparables.of(level, salesAt(level, thing), newest, thing.district()))
                .filter(Comparables::areEnough)
                .map(Comparables::valuation)
                .findFirst();
    }

    private List<AdjustedSale> salesAt(Level level, Thing thing) {
        return switch (level) {
            case GRADE -> ofGrade(thing.category(), thing.condition());
            case NEIGHBOURS -> withNeighbours(thing.category(), thing.condition());
            case CATEGORY ->
                gradesOf(thing.category()).values().stream()
                        .flatMap(sales -> sales.asPaid(newest))
                        .toList();
        };
    }

    private List<AdjustedSale> ofGrade(String category, @Nullable String grade) {
        return grade == null ? List.of() : sales(category, grade).asPaid(newest).toList();
    }

    private List<AdjustedSale> withNeighbours(String category, @Nullable String grade) {
        var rank = grade == null ? -1 : GRADES.indexOf(grade);
        return rank < 0
                ? List.of()
                : Stream.of(rank - 1, rank, rank + 1)
                        .filter(other -> other >= 0 && other < GRADES.size())
                        .flatMap(other -> inTermsOf(GRADES.get(rank), category, GRADES.get(other)))
                        .toList();
    }

    private Stream<AdjustedSale> inTermsOf(String grade, String category, String other) {
        var sales = sales(category, other).asPaid(newest);
        if (other.equals(grade)) {
            return sales;
        }
        var ratio = ratio(grade, other);
        return ratio.isPresent() ? sales.map(sale -> sale.times(ratio.getAsLong())) : Stream.empty();
    }

    /**
     * How much more or less is paid for the one grade than for the other, in millionths: of each category that sells
     * both the ratio of the median prices, and of these ratios the middle one.
     */
    private OptionalLong ratio(String grade, String other) {
        var ratios = byCategoryAndGrade.keySet().stream()
                .map(category -> ratio(sales(category, grade), sales(category, other)))
                .flatMapToLong(OptionalLong::stream)
                .sorted()
                .toArray();
        return ratios.length < RATIO_CATEGORIES_FEWEST
                ? OptionalLong.empty()
                : AdjustedSale.sensible(ratios[(ratios.length - 1) / 2]);
    }

    private OptionalLong ratio(NewestSales of, NewestSales to) {
        var prices = of.sortedPrices(newest);
        var others = to.sortedPrices(newest);
        return prices.length < RATIO_SALES_FEWEST || others.length < RATIO_SALES_FEWEST
                ? OptionalLong.empty()
                : OptionalLong.of(AdjustedSale.ratio(prices[(prices.length - 1) / 2], others[(others.length - 1) / 2]));
    }

    private NewestSales sales(String category, String grade) {
        return gradesOf(category).getOrDefault(grade, NewestSales.NONE);
    }

    private Map<String, NewestSales> gradesOf(String category) {
        return byCategoryAndGrade.getOrDefault(category, Map.of());
    }

    /**
     * What is asked about.
     *
     * @param condition its grade; null where it is not known, and then things of all grades are compared
     * @param district where it is; null where that does not matter
     */
    public record Thing(
            String category,
            @Nullable String condition,
            @Nullable String district) {}
}
