package io.xunshi.platform.exchange.storage;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which lots or demands are meant. Nothing said allows everything.
 *
 * @param words blank-separated; all of them must be in the title
 * @param materials those nodes of the tree
 * @param area where the goods lie, or are needed
 */
public record OfferFilter(
        String words, List<String> materials, @Nullable String area) {
    public static final OfferFilter ALL = new OfferFilter("", List.of(), null);

    public OfferFilter {
        materials = List.copyOf(materials);
    }

    /** For <code>ilike</code>; its own signs stand for themselves. */
    String[] patterns() {
        return Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }
}
