package io.xunshi.platform.search.domain;

import java.util.List;
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
 * @param onlyToSend leaves out what is only handed over in person
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
        boolean onlyToSend,
        @Nullable Origin origin,
        @Nullable Double withinKm,
        Sort sort)
        implements PagedQuery {

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

    @Override
    public int numbersInPosition() {
        return sort.numbers();
    }

    private static List<String> inOrder(List<String> codes) {
        return codes.stream().distinct().sorted().toList();
    }
}
