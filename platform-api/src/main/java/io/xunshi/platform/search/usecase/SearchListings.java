package io.xunshi.platform.search.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingFilter;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.search.SearchProblem;
import io.xunshi.platform.search.domain.Facets;
import io.xunshi.platform.search.domain.ResultJson;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.SearchCursor;
import io.xunshi.platform.search.domain.SearchItem;
import io.xunshi.platform.search.domain.SearchResult;
import io.xunshi.platform.search.storage.EngineFailure;
import io.xunshi.platform.search.storage.ListingIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Finds listings; while the engine is down, shows the newest ones that fit the facets. */
@Component
public class SearchListings {
    private static final Logger log = LoggerFactory.getLogger(SearchListings.class);

    private final ListingIndex index;
    private final Listings listings;
    private final Catalog catalog;
    private final MeterRegistry meters;
    private final JsonMapper json = JsonMapper.shared();

    SearchListings(ListingIndex index, Listings listings, Catalog catalog, MeterRegistry meters) {
        this.index = index;
        this.listings = listings;
        this.catalog = catalog;
        this.meters = meters;
    }

    /**
     * Raises {@link SearchProblem#UNAVAILABLE} for a later page while the engine is down.
     *
     * @param after null for the first page
     */
    public Mono<SearchResult<Facets>> search(SearchCriteria criteria, @Nullable SearchCursor after, int limit) {
        return index.search(criteria, after, limit)
                .onErrorResume(EngineFailure.class, failure -> withoutEngine(criteria, after, limit, failure));
    }

    private Mono<SearchResult<Facets>> withoutEngine(
            SearchCriteria criteria, @Nullable SearchCursor after, int limit, EngineFailure failure) {
        log.warn("Search falls back to the newest listings: {}", failure.getMessage());
        meters.counter("xunshi.search.degraded").increment();
        return after == null
                ? listings.latestPublished(filter(criteria), limit)
                        .map(listing -> SearchItem.of(ListingCard.of(listing), criteria.origin()))
                        .map(found -> new ResultJson(json.writeValueAsString(found)))
                        .collectList()
                        .map(newest -> new SearchResult<>(newest, newest.size(), false, null, null, true))
                : Mono.error(SearchProblem.UNAVAILABLE.raise());
    }

    private ListingFilter filter(SearchCriteria criteria) {
        return new ListingFilter(
                leavesOf(criteria.categories()),
                criteria.districts(),
                criteria.conditions(),
                criteria.minPriceFen(),
                criteria.maxPriceFen(),
                criteria.onlyToSwap(),
                criteria.onlyToSend());
    }

    private List<String> leavesOf(List<String> categories) {
        return catalog.categories().stream()
                .filter(category -> categories.contains(category.code()) || categories.contains(category.parent()))
                .filter(Category::isLeaf)
                .map(Category::code)
                .toList();
    }
}
