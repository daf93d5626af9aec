package io.xunshi.platform.search.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, and in which order. Within one facet any of the values suffices, and all facets must fit; an
 * empty list and an absent bound allow everything.
 *
 * @param words as typed; empty to look at everything
 * @param categories codes of leaves or of roots, which include their leaves
 * @param minPriceFen inclusive
 * @param maxPriceFen inclusive
 * @param onlyToSwap leaves out what is not open to swaps
 * @param origin null where the searcher did not say where they are
 * @param withinKm at most so far from the origin
 */
public record SearchCriteria(
        String words,
        List<String> categories,
        List<String> districts,
        List<String> conditions,
        @Nullable Long minPriceFen,
        @Nullable Long maxPriceFen,
        boolean onlyToSwap,
        @Nullable Origin origin,
        @Nullable Double withinKm,
        Sort sort) {

    public SearchCriteria {
        words = words.strip();
        categories = inOrder(categories);
        districts = inOrder(districts);
        conditions = inOrder(conditions);
        // Without words everything is equally relevant.
        sort = words.isEmpty() && sort == Sort.RELEVANCE ? Sort.NEWEST : sort;
    }

    public boolean hasWords() {
        return !words.isEmpty();
    }

    /** Equal for equal criteria in every process, so that a cursor tells whether it belongs to them. */
    long fingerprint() {
        var checksum = new CRC32C();
        checksum.update(toString().getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    private static List<String> inOrder(List<String> codes) {
        return codes.stream().distinct().sorted().toList();
    }
}
