package io.xunshi.platform.search.storage;

import io.xunshi.contracts.search.IndexNames;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.search.domain.Facets.Count;
import io.xunshi.platform.search.domain.ResultJson;
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
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * One index that is searched; what is the same for all of them. Signals {@link EngineFailure} while it is not served.
 */
final class SearchedIndex {
    private final SearchEngine engine;
    private final String searchPath;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final ObjectReader reader = json.readerFor(EngineAnswer.class);

    SearchedIndex(SearchEngine engine, SearchSettings settings, SearchIndex index) {
        this.engine = engine;
        searchPath = "/" + new IndexNames(settings.indexPrefix(), index).readAlias() + "/_search";
    }

    Mono<EngineAnswer> ask(Map<String, Object> body) {
        return Mono.fromSupplier(() -> json.writeValueAsBytes(body))
                .flatMap(bytes -> engine.post(searchPath, bytes))
                .map(answer -> reader.withAttribute(StoredCard.class, answer).readValue(answer));
    }

    /** Titles and their phrases that begin with what was typed, nearly so ones last. */
    Mono<List<String>> suggest(String typed, int limit) {
        return ask(QueryParts.suggestions(typed, limit))
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
    Mono<Void> check() {
        return ask(Map.of("size", 0, "track_total_hits", false)).then();
    }

    /**
     * A page out of an answer to a question for one result more than the page has, which tells whether there is a next
     * page.
     *
     * @param own members of a result that depend on the question, after a comma; empty without any
     */
    <F> SearchResult<F> page(
            EngineAnswer answer, int limit, Function<StoredCard, String> own, Function<Map<String, Facet>, F> facets) {
        var hits = answer.hits().hits();
        var shown = hits.subList(0, Math.min(limit, hits.size()));
        var total = Objects.requireNonNull(answer.hits().total());
        return new SearchResult<>(
                shown.stream().map(hit -> written(hit, own)).toList(),
                total.value(),
                total.relation().equals("eq") && !answer.timedOut(),
                answer.aggregations() == null ? null : facets.apply(answer.aggregations()),
                hits.size() > limit ? cursor(shown.getLast()) : null,
                false);
    }

    static List<Bucket> buckets(Map<String, Facet> counted, String field) {
        return Objects.requireNonNull(counted.get(field)).values().buckets();
    }

    static List<Count> counts(Map<String, Facet> counted, String field) {
        return buckets(counted, field).stream()
                .map(bucket -> new Count(bucket.key(), bucket.count()))
                .toList();
    }

    /** The stored card with the members that depend on the search. */
    private ResultJson written(Hit hit, Function<StoredCard, String> own) {
        var card = hit.source().card();
        var marked = hit.highlight() == null ? null : hit.highlight().get(QueryParts.TITLE);
        var parts = TitlePart.of(card.title(), marked == null ? null : marked.getFirst());
        return new ResultJson(new StringBuilder(card.json())
                .deleteCharAt(card.json().length() - 1)
                .append(",\"titleParts\":")
                .append(json.writeValueAsString(parts))
                .append(own.apply(card))
                .append('}')
                .toString());
    }

    private static SearchCursor cursor(Hit last) {
        var sort = last.sort();
        var numbers = sort.subList(0, sort.size() - 1);
        return new SearchCursor(
                numbers.stream().map(SearchedIndex::number).toList(), UUID.fromString((String) sort.getLast()));
    }

    private static Number number(Object value) {
        return value instanceof Integer whole ? Long.valueOf(whole) : (Number) value;
    }
}
