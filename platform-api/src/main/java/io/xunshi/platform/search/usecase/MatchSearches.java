package io.xunshi.platform.search.usecase;

import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.search.ReverseSearch;
import io.xunshi.platform.search.SearchFor;
import io.xunshi.platform.search.SearchProblem;
import io.xunshi.platform.search.domain.Origin;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.Sort;
import io.xunshi.platform.search.storage.EngineFailure;
import io.xunshi.platform.search.storage.MatchingIndex;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries searches on listings, some dozens with each question to the engine. */
@Component
class MatchSearches implements ReverseSearch {
    private static final Logger log = LoggerFactory.getLogger(MatchSearches.class);
    private static final int SEARCHES_AT_A_TIME = 50;

    private final MatchingIndex index;

    MatchSearches(MatchingIndex index) {
        this.index = index;
    }

    @Override
    public Mono<Map<ListingId, Long>> findableVersions(Collection<ListingId> listings) {
        return listings.isEmpty()
                ? Mono.just(Map.of())
                : index.versions(SearchIndex.LISTINGS, valuesOf(listings))
                        .map(versions -> versions.entrySet().stream()
                                .collect(Collectors.toMap(one -> new ListingId(one.getKey()), Entry::getValue)))
                        .onErrorMap(EngineFailure.class, MatchSearches::unavailable);
    }

    @Override
    public Mono<Map<UUID, Set<ListingId>>> match(Map<UUID, SearchFor> searches, Collection<ListingId> listings) {
        var ids = valuesOf(listings);
        return Flux.fromIterable(searches.entrySet())
                .buffer(SEARCHES_AT_A_TIME)
                .concatMap(some -> index.match(criteriaOf(some), ids))
                .flatMapIterable(Map::entrySet)
                .collectMap(Entry::getKey, found -> idsOf(found.getValue()))
                .onErrorMap(EngineFailure.class, MatchSearches::unavailable);
    }

    private static Map<UUID, SearchCriteria> criteriaOf(List<Entry<UUID, SearchFor>> searches) {
        return searches.stream().collect(Collectors.toMap(Entry::getKey, search -> criteriaOf(search.getValue())));
    }

    private static SearchCriteria criteriaOf(SearchFor search) {
        var around = search.around();
        return new SearchCriteria(
                search.words(),
                search.categories(),
                search.districts(),
                search.conditions(),
                search.minPriceFen(),
                search.maxPriceFen(),
                false,
                false,
                around == null ? null : new Origin(around.lat(), around.lon()),
                around == null ? null : around.withinKm(),
                Sort.NEWEST);
    }

    private static List<UUID> valuesOf(Collection<ListingId> listings) {
        return listings.stream().map(ListingId::value).toList();
    }

    private static Set<ListingId> idsOf(Set<UUID> values) {
        return values.stream().map(ListingId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Throwable unavailable(EngineFailure failure) {
        log.warn("Searches cannot be tried on listings: {}", failure.getMessage());
        return SearchProblem.UNAVAILABLE.raise();
    }
}
