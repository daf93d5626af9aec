package io.xunshi.platform.search.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.xunshi.platform.search.domain.Facets.Count;
import io.xunshi.platform.search.domain.Nearness;
import io.xunshi.platform.search.domain.OfferCriteria;
import io.xunshi.platform.search.domain.OfferFacet;
import io.xunshi.platform.search.domain.OfferFacets;
import io.xunshi.platform.search.domain.OfferItem;
import io.xunshi.platform.search.domain.ResultJson;
import io.xunshi.platform.search.domain.SearchResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of lots or demands.
 *
 * @param total on all pages; a lower bound where it is not exact
 * @param facets only on the first page
 * @param distances of the areas from where the search asks, to their centres; null where it does not ask
 * @param degraded whether the search engine is down, and these are merely the newest
 */
record OfferSearchResponse(
        @ArraySchema(schema = @Schema(implementation = OfferItem.class))
        List<ResultJson> items,

        long total,
        boolean totalIsExact,
        @Nullable FacetCounts facets,
        @Nullable String nextCursor,
        @Nullable List<AreaDistance> distances,
        boolean degraded) {

    static OfferSearchResponse of(SearchResult<OfferFacets> result, OfferCriteria criteria) {
        var next = result.next();
        var facets = result.facets();
        return new OfferSearchResponse(
                result.items(),
                result.total(),
                result.totalIsExact(),
                facets == null ? null : FacetCounts.of(facets),
                next == null ? null : next.encode(criteria),
                AreaDistance.allOf(criteria.near()),
                result.degraded());
    }

    /** @param metres about so many, from centre to centre */
    record AreaDistance(String area, long metres) {
        static @Nullable List<AreaDistance> allOf(@Nullable Nearness near) {
            return near == null
                    ? null
                    : near.metres().entrySet().stream()
                            .map(entry -> new AreaDistance(entry.getKey(), entry.getValue()))
                            .toList();
        }
    }

    /**
     * How many results each value would leave; a facet's own choice does not narrow its counts.
     *
     * @param material of nodes on every level of the tree
     */
    record FacetCounts(
            List<Count> material,
            List<Count> area,
            List<Count> delivery,
            List<Count> payment,
            List<Count> tax,
            List<Count> packing,
            List<Count> priceBasis,
            List<Count> state) {

        static FacetCounts of(OfferFacets facets) {
            return new FacetCounts(
                    facets.of(OfferFacet.MATERIAL),
                    facets.of(OfferFacet.AREA),
                    facets.of(OfferFacet.DELIVERY),
                    facets.of(OfferFacet.PAYMENT),
                    facets.of(OfferFacet.TAX),
                    facets.of(OfferFacet.PACKING),
                    facets.of(OfferFacet.PRICE_BASIS),
                    facets.of(OfferFacet.STATE));
        }
    }
}
