package io.xunshi.platform.custody.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes into a batch and what comes out of it. To the gram: what was drawn and what entered is what was made and
 * what was lost.
 *
 * @param draws each of another parcel
 * @param entered grams that no parcel is behind
 * @param isOutsideYield whether the loss is outside the bounds of the process
 */
public record Composition(List<Draw> draws, long entered, List<Product> products, long loss, boolean isOutsideYield) {

    /** @throws IllegalArgumentException where a gram came from nowhere or went there */
    public Composition {
        draws = List.copyOf(draws);
        products = List.copyOf(products);
        if (entered < 0
                || loss < 0
                || drawn(draws) + entered
                        != products.stream().mapToLong(Product::grams).sum() + loss) {
            throw new IllegalArgumentException("Grams are not conserved");
        }
    }

    public long drawn() {
        return drawn(draws);
    }

    public long made() {
        return products.stream().mapToLong(Product::grams).sum();
    }

    /** How much more there is of each material, negative for less; sorted, without what stays the same. */
    public Map<String, Long> changes() {
        var changes = new TreeMap<String, Long>();
        draws.forEach(draw -> changes.merge(draw.parcel().materialCode(), -draw.grams(), Math::addExact));
        products.forEach(product -> changes.merge(product.materialCode(), product.grams(), Math::addExact));
        changes.values().removeIf(grams -> grams == 0);
        return changes;
    }

    private static long drawn(List<Draw> draws) {
        return draws.stream().mapToLong(Draw::grams).sum();
    }
}
