package io.xunshi.platform.search.storage;

import io.xunshi.contracts.search.IndexNames;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.search.RankedListings.Position;
import io.xunshi.platform.search.RankedListings.Ranked;
import io.xunshi.platform.search.RankedListings.Ranking;
import io.xunshi.platform.search.RankedListings.Wish;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listings in the order of wishes. Each wish is a clause of constant score, so a listing's score is a sum of small
 * whole numbers, which floating point holds exactly. Signals {@link EngineFailure} while the engine does not serve.
 */
@Repository
public class RankedIndex {
    private final SearchEngine engine;
    private final String searchPath;
    private final JsonMapper json = JsonMapper.shared();

    RankedIndex(SearchEngine engine, SearchSettings settings) {
        this.engine = engine;
        searchPath = "/" + new IndexNames(settings.indexPrefix(), SearchIndex.LISTINGS).readAlias() + "/_search";
    }

    public Mono<List<Ranked>> rank(Ranking ranking, @Nullable Position after, int limit) {
        return Mono.fromSupplier(() -> json.writeValueAsBytes(body(ranking, after, limit)))
                .flatMap(body -> engine.post(searchPath, body))
                .map(answer -> StreamSupport.stream(
                                json.readTree(answer).at("/hits/hits").spliterator(), false)
                        .map(this::ranked)
                        .toList());
    }

    private Ranked ranked(JsonNode hit) {
        var sort = hit.path("sort");
        return new Ranked(
                json.treeToValue(hit.at("/_source/card"), ListingCard.class),
                new Position(
                        Math.round(sort.path(0).doubleValue()),
                        Instant.ofEpochMilli(sort.path(1).longValue()),
                        UUID.fromString(sort.path(2).asString())));
    }

    private static Map<String, Object> body(Ranking ranking, @Nullable Position after, int limit) {
        var body = new LinkedHashMap<String, Object>();
        body.put("size", limit);
        body.put("timeout", QueryParts.ENGINE_TIMEOUT);
        body.put("track_total_hits", false);
        body.put("_source", "card");
        body.put("query", query(ranking));
        body.put(
                "sort",
                List.of(Map.of("_score", "desc"), Map.of(QueryParts.PUBLISHED_AT, "desc"), Map.of("id", "asc")));
        if (after != null) {
            body.put("search_after", List.of(after.points(), after.publishedAt().toEpochMilli(), after.id()));
        }
        return body;
    }

    private static Map<String, Object> query(Ranking ranking) {
        var asOf = Map.of(
                "range",
                Map.of(QueryParts.PUBLISHED_AT, Map.of("lte", ranking.asOf().toEpochMilli())));
        return Map.of(
                "bool",
                Map.of(
                        "filter", List.of(asOf),
                        "must_not", List.of(QueryParts.oneOf(idsOf(ranking.without()))),
                        "should",
                                ranking.wishes().stream()
                                        .map(RankedIndex::clause)
                                        .toList(),
                        "minimum_should_match", 0));
    }

    private static Map<String, Object> clause(Wish wish) {
        return Map.of("constant_score", Map.of("filter", filter(wish), "boost", wish.points()));
    }

    private static Map<String, Object> filter(Wish wish) {
        return switch (wish) {
            case Wish.InCategory in -> Map.of("term", Map.of(QueryBody.CATEGORIES, in.code()));
            case Wish.InDistrict in -> Map.of("terms", Map.of(QueryBody.DISTRICTS, in.codes()));
            case Wish.PublishedSince since ->
                Map.of(
                        "range",
                        Map.of(
                                QueryParts.PUBLISHED_AT,
                                Map.of("gte", since.moment().toEpochMilli())));
            case Wish.OneOf of -> QueryParts.oneOf(idsOf(of.listings()));
        };
    }

    private static List<UUID> idsOf(Collection<ListingId> listings) {
        return listings.stream().map(ListingId::value).toList();
    }
}
