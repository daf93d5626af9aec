package io.xunshi.transparency.price;

import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceRecord.Revealed;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a figure is of.
 *
 * @param material of {@link PriceLevel#PARENT} the parent: those of its materials that cannot be shown alone
 * @param area empty for the whole city
 */
public record PriceCell(PriceLevel level, String material, String area) implements Comparable<PriceCell> {
    private static final String WHOLE_CITY = "";
    private static final Comparator<PriceCell> ORDER = Comparator.comparing(PriceCell::material)
            .thenComparing(PriceCell::level)
            .thenComparing(PriceCell::area);

    /** Every cell that something was revealed of: each area, and each material with all its areas. */
    public static NavigableSet<PriceCell> of(Collection<Revealed> revealed) {
        var cells = new TreeSet<PriceCell>();
        for (var said : revealed) {
            cells.add(new PriceCell(said.level(), said.material(), said.area()));
            if (said.level() == PriceLevel.AREA) {
                cells.add(new PriceCell(PriceLevel.CITY, said.material(), WHOLE_CITY));
            }
        }
        return cells;
    }

    List<PricedTrade> tradesOf(Collection<Revealed> revealed) {
        return revealed.stream()
                .filter(this::holds)
                .map(said -> new PricedTrade(
                        said.commitment(), said.grams(), said.fenPerTonne(), said.seller(), said.buyer()))
                .toList();
    }

    private boolean holds(Revealed said) {
        return said.material().equals(material)
                && switch (level) {
                    case AREA -> said.area().equals(area);
                    case CITY -> said.level() != PriceLevel.PARENT;
                    case PARENT -> said.level() == PriceLevel.PARENT;
                };
    }

    @Override
    public int compareTo(PriceCell other) {
        return ORDER.compare(this, other);
    }
}
