package io.xunshi.platform.search.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.xunshi.platform.search.domain.Facets;
import io.xunshi.platform.search.domain.ResultJson;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.SearchItem;
import io.xunshi.platform.search.domain.SearchResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param total on all pages; a lower bound where it is not exact
 * @param facets only on the first page
 * @param degraded whether the search engine is down, and these are merely the newest
 */
record SearchResponse(
        @ArraySchema(schema = @Schema(implementation = SearchItem.class))
        List<ResultJson> items,

        long total,
        boolean totalIsExact,
        @Nullable FacetCounts facets,
        @Nullable String nextCursor,
        boolean degraded) {

    static SearchResponse of(SearchResult<Facets> result, SearchCriteria criteria) {
        var next = result.next();
        return new SearchResponse(
                result.items(),
                result.total(),
                result.totalIsExact(),
                result.facets() == null ? null : FacetCounts.of(result.facets()),
                next == null ? null : next.encode(criteria),
                result.degraded());
    }

    /**
     * How many results each value would leave; a facet's own choice does not narrow its counts.
     *
     * @param sent how many of them can be sent
     */
    record FacetCounts(
            List<Facets.Count> categories,
            List<Facets.Count> districts,
            List<Facets.Count> conditions,
            List<BandCount> prices,
            long sent) {

        static FacetCounts of(Facets facets) {
            return new FacetCounts(
                    facets.categories(),
                    facets.districts(),
                    facets.conditions(),
                    facets.prices().stream().map(BandCount::of).toList(),
                    facets.sent());
        }
    }

    /**
     * @param from in fen, inclusive
     * @param to in fen, exclusive; null without an end
     */
    record BandCount(long from, @Nullable Long to, long count) {

        static BandCount of(Facets.BandCount counted) {
            return new BandCount(counted.band().fromFen(), counted.band().toFen(), counted.count());
        }
    }
}
