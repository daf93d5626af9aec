package io.xunshi.platform.search.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.search.domain.Facets;
import io.xunshi.platform.search.domain.FoundListing;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.SearchResult;
import io.xunshi.platform.search.domain.TitlePart;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param total on all pages; a lower bound where it is not exact
 * @param facets only on the first page
 * @param degraded whether the search engine is down, and these are merely the newest
 */
record SearchResponse(
        List<Item> items,
        long total,
        boolean totalIsExact,
        @Nullable FacetCounts facets,
        @Nullable String nextCursor,
        boolean degraded) {

    static SearchResponse of(SearchResult result, SearchCriteria criteria) {
        var next = result.next();
        return new SearchResponse(
                result.items().stream().map(Item::of).toList(),
                result.total(),
                result.totalIsExact(),
                result.facets() == null ? null : FacetCounts.of(result.facets()),
                next == null ? null : next.encode(criteria),
                result.degraded());
    }

    /**
     * A listing as a result.
     *
     * @param titleParts the title, cut where what was searched for begins and ends
     * @param location rough
     * @param distanceMeters from <code>near</code>, if it was given
     * @param photo the first
     */
    record Item(
            UUID id,
            String code,
            String title,
            List<TitlePart> titleParts,
            Money price,
            String conditionCode,
            String categoryCode,
            String districtCode,
            Place location,
            @Nullable Long distanceMeters,
            @Nullable Instant publishedAt,
            @Nullable PhotoResponse photo) {

        static Item of(FoundListing found) {
            var card = found.card();
            return new Item(
                    card.id(),
                    card.code(),
                    card.title(),
                    found.titleParts(),
                    card.price(),
                    card.conditionCode(),
                    card.categoryCode(),
                    card.districtCode(),
                    card.location(),
                    found.distanceMeters(),
                    card.publishedAt(),
                    card.photo());
        }
    }

    /** How many results each value would leave; a facet's own choice does not narrow its counts. */
    record FacetCounts(
            List<Facets.Count> categories,
            List<Facets.Count> districts,
            List<Facets.Count> conditions,
            List<BandCount> prices) {

        static FacetCounts of(Facets facets) {
            return new FacetCounts(
                    facets.categories(),
                    facets.districts(),
                    facets.conditions(),
                    facets.prices().stream().map(BandCount::of).toList());
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
