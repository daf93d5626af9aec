package io.xunshi.platform.search.storage;

import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.search.domain.Facets;
import io.xunshi.platform.search.domain.Facets.BandCount;
import io.xunshi.platform.search.domain.Origin;
import io.xunshi.platform.search.domain.PriceBand;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.SearchCursor;
import io.xunshi.platform.search.domain.SearchResult;
import io.xunshi.platform.search.storage.EngineAnswer.Facet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Queries over the index of listings. All signal {@link EngineFailure} while the engine does not serve. */
@Repository
public class ListingIndex {
    private final SearchedIndex index;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    ListingIndex(SearchEngine engine, SearchSettings settings) {
        index = new SearchedIndex(engine, settings, SearchIndex.LISTINGS);
    }

    /** @param after null for the first page */
    public Mono<SearchResult<Facets>> search(SearchCriteria criteria, @Nullable SearchCursor after, int limit) {
        return index.ask(QueryBody.search(criteria, after, limit + 1))
                .map(answer ->
                        index.page(answer, limit, card -> distance(criteria.origin(), card), ListingIndex::facets));
    }

    public Mono<List<ListingCard>> findSimilar(ListingView listing, int limit) {
        return index.ask(QueryBody.similar(listing.id().toString(), listing.title(), listing.categoryCode(), limit))
                .map(answer -> answer.hits().hits().stream()
                        .map(hit -> json.readValue(hit.source().card().json(), ListingCard.class))
                        .toList());
    }

    /** Titles and their phrases that begin with what was typed, nearly so ones last. */
    public Mono<List<String>> suggest(String typed, int limit) {
        return index.suggest(typed, limit);
    }

    /** Completes where the index can be read. */
    public Mono<Void> check() {
        return index.check();
    }

    private static String distance(@Nullable Origin origin, StoredCard card) {
        return ",\"distanceMeters\":" + (origin == null ? null : origin.metersTo(card.location()));
    }

    private static Facets facets(Map<String, Facet> counted) {
        var prices = SearchedIndex.buckets(counted, QueryBody.PRICES);
        return new Facets(
                SearchedIndex.counts(counted, QueryBody.CATEGORIES),
                SearchedIndex.counts(counted, QueryBody.DISTRICTS),
                SearchedIndex.counts(counted, QueryBody.CONDITIONS),
                IntStream.range(0, prices.size())
                        .mapToObj(i -> new BandCount(
                                PriceBand.ALL.get(i), prices.get(i).count()))
                        .toList(),
                SearchedIndex.buckets(counted, QueryBody.SENT).getFirst().count());
    }
}
