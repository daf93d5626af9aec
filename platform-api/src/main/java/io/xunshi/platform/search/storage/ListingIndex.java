package io.xunshi.platform.search.storage;

import io.xunshi.contracts.search.IndexNames;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.search.domain.Facets;
import io.xunshi.platform.search.domain.Facets.BandCount;
import io.xunshi.platform.search.domain.Facets.Count;
import io.xunshi.platform.search.domain.PriceBand;
import io.xunshi.platform.search.domain.ResultJson;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.SearchCursor;
import io.xunshi.platform.search.domain.SearchResult;
import io.xunshi.platform.search.domain.TitlePart;
import io.xunshi.platform.search.storage.EngineAnswer.Bucket;
import io.xunshi.platform.search.storage.EngineAnswer.Facet;
import io.xunshi.platform.search.storage.EngineAnswer.Hit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Queries over the index of listings. All signal {@link EngineFailure} while the engine does not serve. */
@Repository
public class ListingIndex {
    private final SearchEngine engine;
    private final String searchPath;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final ObjectReader reader = json.readerFor(EngineAnswer.class);

    ListingIndex(SearchEngine engine, SearchSettings settings) {
        this.engine = engine;
        searchPath = "/" + new IndexNames(settings.indexPrefix()).readAlias() + "/_search";
    }

    /** @param after null for the first page */
    public Mono<SearchResult> search(SearchCriteria criteria, @Nullable SearchCursor after, int limit) {
        // One more than asked for tells whether there is a next page.
        return ask(QueryBody.search(criteria, after, limit + 1)).map(answer -> result(answer, criteria, limit));
    }

    public Mono<List<ListingCard>> findSimilar(ListingView listing, int limit) {
        return ask(QueryBody.similar(listing.id().toString(), listing.title(), listing.categoryCode(), limit))
                .map(answer -> answer.hits().hits().stream()
                        .map(hit -> json.readValue(hit.source().card().json(), ListingCard.class))
                        .toList());
    }

    /** Titles and their phrases that begin with what was typed, nearly so ones last. */
    public Mono<List<String>> suggest(String typed, int limit) {
        return ask(QueryBody.suggestions(typed, limit))
                .map(answer -> Stream.of("exact", "fuzzy")
                        .flatMap(way -> Objects.requireNonNullElse(
                                answer.suggest(), Map.<String, List<EngineAnswer.Suggestion>>of())
                                .getOrDefault(way, List.of())
                                .stream())
                        .flatMap(suggestion -> suggestion.options().stream())
                        .map(EngineAnswer.Option::text)
                        .distinct()
                        .limit(limit)
                        .toList());
    }

    /** Completes where the index can be read. */
    public Mono<Void> check() {
        return ask(Map.of("size", 0, "track_total_hits", false)).then();
    }

    private Mono<EngineAnswer> ask(Map<String, Object> body) {
        return Mono.fromSupplier(() -> json.writeValueAsBytes(body))
                .flatMap(bytes -> engine.post(searchPath, bytes))
                .map(answer -> reader.withAttribute(StoredCard.class, answer).readValue(answer));
    }

    private SearchResult result(EngineAnswer answer, SearchCriteria criteria, int limit) {
        var hits = answer.hits().hits();
        var shown = hits.subList(0, Math.min(limit, hits.size()));
        var total = Objects.requireNonNull(answer.hits().total());
        return new SearchResult(
                shown.stream().map(hit -> written(hit, criteria)).toList(),
                total.value(),
                total.relation().equals("eq") && !answer.timedOut(),
                answer.aggregations() == null ? null : facets(answer.aggregations()),
                hits.size() > limit ? cursor(shown.getLast()) : null,
                false);
    }

    /** The stored card with the two members that depend on the search. */
    private ResultJson written(Hit hit, SearchCriteria criteria) {
        var card = hit.source().card();
        var marked = hit.highlight() == null ? null : hit.highlight().get(QueryBody.TITLE);
        var parts = TitlePart.of(card.title(), marked == null ? null : marked.getFirst());
        var origin = criteria.origin();
        return new ResultJson(new StringBuilder(card.json())
                .deleteCharAt(card.json().length() - 1)
                .append(",\"titleParts\":")
                .append(json.writeValueAsString(parts))
                .append(",\"distanceMeters\":")
                .append(origin == null ? null : origin.metersTo(card.location()))
                .append('}')
                .toString());
    }

    private static SearchCursor cursor(Hit last) {
        var sort = last.sort();
        var numbers = sort.subList(0, sort.size() - 1);
        return new SearchCursor(
                numbers.stream().map(ListingIndex::number).toList(), UUID.fromString((String) sort.getLast()));
    }

    private static Number number(Object value) {
        return value instanceof Integer whole ? Long.valueOf(whole) : (Number) value;
    }

    private static Facets facets(Map<String, Facet> counted) {
        var prices = buckets(counted, QueryBody.PRICES);
        return new Facets(
                counts(counted, QueryBody.CATEGORIES),
                counts(counted, QueryBody.DISTRICTS),
                counts(counted, QueryBody.CONDITIONS),
                IntStream.range(0, prices.size())
                        .mapToObj(i -> new BandCount(
                                PriceBand.ALL.get(i), prices.get(i).count()))
                        .toList());
    }

    private static List<Count> counts(Map<String, Facet> counted, String field) {
        return buckets(counted, field).stream()
                .map(bucket -> new Count(bucket.key(), bucket.count()))
                .toList();
    }

    private static List<Bucket> buckets(Map<String, Facet> counted, String field) {
        return Objects.requireNonNull(counted.get(field)).values().buckets();
    }
}
