package io.xunshi.platform.statistics.domain;

import io.xunshi.platform.statistics.domain.ObservedDeal.Shown;
import io.xunshi.transparency.price.Disclosure.Labelled;
import io.xunshi.transparency.price.DominanceRule;
import io.xunshi.transparency.price.PricedTrade;
import io.xunshi.transparency.price.TradeSide;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.Vintage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * Attacks what is about to be published. Of a trade that is shown without its area, or without its material, the label
 * is a secret; everybody can add up what is shown so, vintage by vintage. For the tonnage that lies in each hidden
 * cell, linear programming finds how closely those sums enclose it; that must be no closer than the p %-rule allows for
 * the cell. It does not believe what decided on the disclosure, and reads only what that led to.
 */
public final class DisclosureAudit {
    private static final double KILOGRAM = 1_000;

    /** What the solver's arithmetic may be off by: a kilogram. */
    private static final double TOLERANCE = 1;

    private static final double HUNDREDTHS = 100;

    private final DominanceRule rule;

    public DisclosureAudit(DominanceRule rule) {
        this.rule = rule;
    }

    /**
     * Hidden cells that could be told too closely; empty where the week may be published.
     *
     * @param week all its deals, as they are after the closing
     */
    public List<Exposed> of(Collection<ObservedDeal> week) {
        return Stream.of(Vintage.values())
                .flatMap(newest -> knownAt(newest, week))
                .toList();
    }

    /** As somebody sees it who has read the vintages until then. */
    private Stream<Exposed> knownAt(Vintage newest, Collection<ObservedDeal> week) {
        var sums = new TreeMap<String, Map<Cell, List<ObservedDeal>>>();
        for (var deal : week) {
            var shown = deal.shown();
            if (shown != null
                    && shown.level() != PriceLevel.AREA
                    && shown.vintage().compareTo(newest) <= 0) {
                sums.computeIfAbsent(sumOf(deal, shown), sum -> new TreeMap<>())
                        .computeIfAbsent(new Cell(deal.material(), deal.area()), cell -> new ArrayList<>())
                        .add(deal);
            }
        }
        return sums.values().stream().flatMap(cells -> exposed(newest, cells));
    }

    /** What everybody can add up: a material in the city, or the rest of a parent. */
    private static String sumOf(ObservedDeal deal, Shown shown) {
        return shown.level() == PriceLevel.CITY ? deal.material() : "within " + deal.parent();
    }

    private Stream<Exposed> exposed(Vintage newest, Map<Cell, List<ObservedDeal>> cells) {
        return cells.entrySet().stream()
                .flatMap(cell -> exposed(newest, cell.getKey(), cell.getValue(), cells).stream());
    }

    private List<Exposed> exposed(
            Vintage newest, Cell cell, List<ObservedDeal> deals, Map<Cell, List<ObservedDeal>> cells) {
        var truth = kilograms(deals);
        var needed = neededFor(deals);
        var upper = attack(cell, cells, true);
        var lower = attack(cell, cells, false);
        var isHidden =
                needed <= 0 || upper >= truth + needed - TOLERANCE && lower <= Math.max(0, truth - needed) + TOLERANCE;
        return isHidden ? List.of() : List.of(new Exposed(newest, cell.material(), cell.area(), lower, truth, upper));
    }

    /** Kilograms by which an estimate has to be off, on the side that needs more. */
    private double neededFor(List<ObservedDeal> deals) {
        var trades = trades(deals);
        return Stream.of(TradeSide.values())
                .map(side -> rule.missing(DominanceRule.contributions(trades, side)))
                .mapToDouble(missing -> missing.doubleValue() / HUNDREDTHS / KILOGRAM)
                .max()
                .orElse(0);
    }

    /** The most, or the least, that may lie in the cell for all that is published. */
    private static double attack(Cell attacked, Map<Cell, List<ObservedDeal>> cells, boolean most) {
        var model = new ExpressionsBasedModel();
        var published = new TreeMap<Vintage, Expression>();
        var sums = new TreeMap<Vintage, Double>();
        cells.forEach((cell, deals) -> {
            for (var vintage : Vintage.values()) {
                var there = deals.stream()
                        .filter(deal -> deal.shown() instanceof Shown shown && shown.vintage() == vintage)
                        .toList();
                var unknown = unknown(model, cell, vintage, cell.equals(attacked));
                published
                        .computeIfAbsent(vintage, each -> model.newExpression(each.name()))
                        .set(unknown, 1);
                sums.merge(vintage, kilograms(there), Double::sum);
            }
        });
        published.forEach((vintage, sum) -> sum.level(sums.getOrDefault(vintage, 0.0)));
        var found = most ? model.maximise() : model.minimise();
        if (!found.getState().isOptimal()) {
            throw new IllegalStateException("What is published contradicts itself: " + found.getState());
        }
        return found.getValue();
    }

    private static Variable unknown(ExpressionsBasedModel model, Cell cell, Vintage vintage, boolean isAttacked) {
        return model.newVariable("%s %s %s".formatted(cell.material(), cell.area(), vintage))
                .lower(0)
                .weight(isAttacked ? 1 : 0);
    }

    private static List<PricedTrade> trades(List<ObservedDeal> deals) {
        return deals.stream().map(ObservedDeal::labelled).map(Labelled::trade).toList();
    }

    private static double kilograms(List<ObservedDeal> deals) {
        return deals.stream().mapToLong(ObservedDeal::grams).sum() / KILOGRAM;
    }

    private record Cell(String material, String area) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            var byMaterial = material.compareTo(other.material);
            return byMaterial != 0 ? byMaterial : area.compareTo(other.area);
        }
    }

    /**
     * A hidden cell that can be told too closely, in kilograms.
     *
     * @param newest vintage that one has to have read
     * @param lower the least that may lie in it, for all that is published
     * @param upper the most
     */
    public record Exposed(Vintage newest, String material, String area, double lower, double truth, double upper) {}
}
