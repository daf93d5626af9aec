package io.xunshi.platform.interest.web;

import io.xunshi.platform.search.SearchFor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, under the names that the search's own parameters have; an empty list and a null allow everything.
 *
 * @param minPrice in fen, inclusive
 * @param maxPrice in fen, inclusive
 * @param near <code>lat,lon</code>, degrees
 */
record SearchCriteriaResponse(
        String q,
        List<String> category,
        List<String> district,
        List<String> condition,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        @Nullable String near,
        @Nullable Double withinKm) {

    static SearchCriteriaResponse of(SearchFor search) {
        var around = search.around();
        return new SearchCriteriaResponse(
                search.words(),
                search.categories(),
                search.districts(),
                search.conditions(),
                search.minPriceFen(),
                search.maxPriceFen(),
                around == null ? null : around.lat() + "," + around.lon(),
                around == null ? null : around.withinKm());
    }
}
