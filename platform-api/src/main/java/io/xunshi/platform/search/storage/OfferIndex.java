package io.xunshi.platform.search.storage;

import static java.util.stream.Collectors.toMap;

import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.domain.MaterialWords.Understood;
import io.xunshi.platform.search.domain.OfferCriteria;
import io.xunshi.platform.search.domain.OfferFacet;
import io.xunshi.platform.search.domain.OfferFacets;
import io.xunshi.platform.search.domain.SearchCursor;
import io.xunshi.platform.search.domain.SearchResult;
import io.xunshi.platform.search.storage.EngineAnswer.Facet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Queries over the indices of lots and demands. All signal {@link EngineFailure} while the engine does not serve. */
@Repository
public class OfferIndex {
    private final SearchedIndex lots;
    private final SearchedIndex demands;

    OfferIndex(SearchEngine engine, SearchSettings settings) {
        lots = new SearchedIndex(engine, settings, SearchIndex.LOTS);
        demands = new SearchedIndex(engine, settings, SearchIndex.DEMANDS);
    }

    /** @param after null for the first page */
    public Mono<SearchResult<OfferFacets>> search(
            OfferCriteria criteria, Understood understood, @Nullable SearchCursor after, int limit) {
        var index = of(criteria.side());
        return index.ask(OfferQueryBody.search(criteria, understood, after, limit + 1))
                .map(answer -> index.page(answer, limit, _ -> "", OfferIndex::facets));
    }

    /** Titles, their phrases and names of materials that begin with what was typed, nearly so ones last. */
    public Mono<List<String>> suggest(OfferSide side, String typed, int limit) {
        return of(side).suggest(typed, limit);
    }

    private SearchedIndex of(OfferSide side) {
        return switch (side) {
            case LOT -> lots;
            case DEMAND -> demands;
        };
    }

    private static OfferFacets facets(Map<String, Facet> counted) {
        return new OfferFacets(Stream.of(OfferFacet.values())
                .collect(toMap(facet -> facet, facet -> SearchedIndex.counts(counted, facet.field()))));
    }
}
