package io.xunshi.transparency.price;

import io.xunshi.transparency.record.PriceLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which trades of a week may be revealed, and how precisely. A material's trades in one area are a cell. A cell that
 * may not be shown loses its area, and what lost its area has to be safe as a whole, since it is what is left of the
 * city's price once the areas' are taken away; where it is not, the smallest area that was safe loses its name as well.
 * Where even a material's trades together are not safe, what could not be shown goes up to the parent material, and
 * what is not safe there is not revealed at all.
 *
 * <p>A pure function of the trades and of the rule; the order of intake changes nothing.
 */
public final class Disclosure {
    private final DominanceRule rule;

    public Disclosure(DominanceRule rule) {
        this.rule = rule;
    }

    /** One decision for each trade, by the trade's key. */
    public Decision of(Collection<Labelled> trades) {
        var decided = new TreeMap<String, Optional<PriceLevel>>();
        var leftOver = new TreeMap<String, List<Labelled>>();
        grouped(trades, Labelled::material)
                .forEach((material, ofMaterial) -> decideMaterial(ofMaterial, decided)
                        .forEach(trade -> leftOver.computeIfAbsent(trade.parent(), parent -> new ArrayList<>())
                                .add(trade)));
        leftOver.forEach(
                (parent, rest) -> put(decided, rest, isSafe(rest) ? Optional.of(PriceLevel.PARENT) : Optional.empty()));
        return new Decision(decided);
    }

    /** What could be shown neither with its area nor without. */
    private List<Labelled> decideMaterial(List<Labelled> trades, Map<String, Optional<PriceLevel>> decided) {
        var shown = new ArrayList<List<Labelled>>();
        var hidden = new ArrayList<Labelled>();
        grouped(trades, Labelled::area).values().forEach(cell -> {
            if (isSafe(cell)) {
                shown.add(cell);
            } else {
                hidden.addAll(cell);
            }
        });
        if (hidden.isEmpty() || isSafe(hidden)) {
            shown.forEach(cell -> put(decided, cell, Optional.of(PriceLevel.AREA)));
            put(decided, hidden, Optional.of(PriceLevel.CITY));
            return List.of();
        }
        if (!isSafe(trades)) {
            shown.forEach(cell -> put(decided, cell, Optional.of(PriceLevel.AREA)));
            return hidden;
        }
        suppressMore(shown, hidden);
        shown.forEach(cell -> put(decided, cell, Optional.of(PriceLevel.AREA)));
        put(decided, hidden, Optional.of(PriceLevel.CITY));
        return List.of();
    }

    /** Ends at the latest when every area has lost its name, which is safe. */
    private void suppressMore(List<List<Labelled>> shown, List<Labelled> hidden) {
        shown.sort(Comparator.<List<Labelled>>comparingLong(Disclosure::grams)
                .thenComparing(cell -> cell.getFirst().area()));
        while (!isSafe(hidden)) {
            hidden.addAll(shown.removeFirst());
        }
    }

    private boolean isSafe(List<Labelled> trades) {
        return PublishGate.lets(trades.stream().map(Labelled::trade).toList(), rule);
    }

    private static long grams(List<Labelled> cell) {
        return cell.stream().mapToLong(labelled -> labelled.trade().grams()).sum();
    }

    private static void put(
            Map<String, Optional<PriceLevel>> decided, List<Labelled> trades, Optional<PriceLevel> level) {
        trades.forEach(labelled -> decided.put(labelled.trade().key(), level));
    }

    private static NavigableMap<String, List<Labelled>> grouped(
            Collection<Labelled> trades, Function<Labelled, String> by) {
        var grouped = new TreeMap<String, List<Labelled>>();
        trades.forEach(trade -> grouped.computeIfAbsent(by.apply(trade), key -> new ArrayList<>())
                .add(trade));
        return grouped;
    }

    /**
     * A trade and what it is of.
     *
     * @param material its code
     * @param parent of the material; the material itself where it is a root
     * @param area where the goods lay
     */
    public record Labelled(PricedTrade trade, String material, String parent, String area) {}

    /** @param levels how precisely each trade is shown, by its key; empty for one that stays hidden */
    public record Decision(Map<String, Optional<PriceLevel>> levels) {

        public Decision {
            levels = Map.copyOf(levels);
        }

        /** Empty for one that stays hidden, and for one that was not asked about. */
        public Optional<PriceLevel> levelOf(String key) {
            return levels.getOrDefault(key, Optional.empty());
        }
    }
}
