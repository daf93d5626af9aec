package io.xunshi.platform.search.storage;

import static io.xunshi.platform.search.storage.QueryParts.BY_ID;
import static io.xunshi.platform.search.storage.QueryParts.COUNTED_MAX;
import static io.xunshi.platform.search.storage.QueryParts.ENGINE_TIMEOUT;
import static io.xunshi.platform.search.storage.QueryParts.FACTS;
import static io.xunshi.platform.search.storage.QueryParts.MEANT;
import static io.xunshi.platform.search.storage.QueryParts.PUBLISHED_AT;
import static io.xunshi.platform.search.storage.QueryParts.TEXT;
import static io.xunshi.platform.search.storage.QueryParts.TITLE;
import static io.xunshi.platform.search.storage.QueryParts.all;
import static io.xunshi.platform.search.storage.QueryParts.choose;
import static io.xunshi.platform.search.storage.QueryParts.facet;
import static io.xunshi.platform.search.storage.QueryParts.highlight;
import static io.xunshi.platform.search.storage.QueryParts.match;
import static io.xunshi.platform.search.storage.QueryParts.oneOf;
import static io.xunshi.platform.search.storage.QueryParts.position;
import static io.xunshi.platform.search.storage.QueryParts.terms;
import static io.xunshi.platform.search.storage.QueryParts.ways;

import io.xunshi.platform.search.domain.Origin;
import io.xunshi.platform.search.domain.PriceBand;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.SearchCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Elasticsearch is asked about listings, as the JSON that its search API reads. */
final class QueryBody {
    static final String CATEGORIES = "categories";
    static final String DISTRICTS = "district";
    static final String CONDITIONS = "condition";
    static final String PRICES = "priceFen";
    static final String SENT = "sent";
    private static final String SWAP = "swap";

    private QueryBody() {}

    /** A page of results; with facets where it is the first. */
    static Map<String, Object> search(SearchCriteria criteria, @Nullable SearchCursor after, int size) {
        var body = new LinkedHashMap<String, Object>();
        body.put("size", size);
        body.put("timeout", ENGINE_TIMEOUT);
        body.put("track_total_hits", COUNTED_MAX);
        body.put("_source", "card");
        body.put("sort", sort(criteria));
        if (criteria.hasWords()) {
            body.put("highlight", highlight());
        }
        if (after == null) {
            // Facets are counted over what the words find; each one's own choice must not narrow it.
            var choices = choices(criteria);
            body.put("query", query(criteria, List.of()));
            body.put("post_filter", all(List.copyOf(choices.values())));
            body.put("aggs", facets(choices));
        } else {
            body.put("query", query(criteria, List.copyOf(choices(criteria).values())));
            body.put("search_after", position(after));
        }
        return body;
    }

    /** Which of the listings a search finds; it asks what the search asks. */
    static Map<String, Object> matching(SearchCriteria criteria, Collection<UUID> listings) {
        return Map.of(
                "size",
                listings.size(),
                "timeout",
                ENGINE_TIMEOUT,
                "track_total_hits",
                false,
                "_source",
                false,
                "query",
                all(List.of(
                        oneOf(listings),
                        query(criteria, List.copyOf(choices(criteria).values())))));
    }

    /** Listings like one, by the words of its title and its category; best first. */
    static Map<String, Object> similar(String id, String title, String category, int size) {
        return Map.of(
                "size",
                size,
                "timeout",
                ENGINE_TIMEOUT,
                "track_total_hits",
                false,
                "_source",
                "card",
                "sort",
                List.of(Map.of("_score", "desc"), Map.of(PUBLISHED_AT, "desc"), BY_ID),
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "should",
                                List.of(
                                        match(TITLE, title, Map.of("boost", 2)),
                                        match(TEXT, title, Map.of("minimum_should_match", "50%")),
                                        Map.of(
                                                "constant_score",
                                                Map.of("filter", term(CATEGORIES, category), "boost", 5))),
                                "minimum_should_match",
                                1,
                                "must_not",
                                List.of(Map.of("ids", Map.of("values", List.of(id)))))));
    }

    private static Map<String, Object> query(SearchCriteria criteria, List<Map<String, Object>> choices) {
        var filters = new ArrayList<>(choices);
        var origin = criteria.origin();
        var withinKm = criteria.withinKm();
        if (origin != null && withinKm != null) {
            filters.add(Map.of("geo_distance", Map.of("distance", withinKm + "km", "place", place(origin))));
        }
        return criteria.hasWords()
                ? Map.of("bool", Map.of("must", List.of(words(criteria.words())), "filter", filters))
                : all(filters);
    }

    /** What fits; accessories well behind, unless one was asked for. */
    private static Map<String, Object> words(String typed) {
        return Map.of(
                "boosting",
                Map.of(
                        "positive", fitting(typed),
                        "negative", match("title.accessory", typed, Map.of()),
                        "negative_boost", 0.3));
    }

    /**
     * What is looked for, in several ways of which one must lead there, and then what else fits: a listing of the
     * category that the words name, of the brand, in the district and as good as they say comes before one that only
     * mentions the thing.
     */
    private static Map<String, Object> fitting(String typed) {
        return Map.of(
                "bool",
                Map.of(
                        "must",
                        List.of(Map.of("bool", Map.of("should", ways(typed), "minimum_should_match", 1))),
                        "should",
                        List.of(
                                match(FACTS, typed, Map.of("boost", 3)),
                                match(FACTS, typed, Map.of("analyzer", MEANT, "boost", 2)),
                                match(TEXT, typed, Map.of("boost", 2)))));
    }

    private static List<Object> sort(SearchCriteria criteria) {
        return switch (criteria.sort()) {
            case RELEVANCE -> List.of(Map.of("_score", "desc"), Map.of(PUBLISHED_AT, "desc"), BY_ID);
            case NEWEST -> List.of(Map.of(PUBLISHED_AT, "desc"), BY_ID);
            case PRICE_ASC -> List.of(Map.of(PRICES, "asc"), BY_ID);
            case PRICE_DESC -> List.of(Map.of(PRICES, "desc"), BY_ID);
            case NEAR -> List.of(byDistance(criteria.origin()), BY_ID);
        };
    }

    private static Map<String, Object> byDistance(@Nullable Origin origin) {
        if (origin == null) {
            throw new IllegalArgumentException("Nothing is near without an origin");
        }
        return Map.of("_geo_distance", Map.of("place", place(origin), "order", "asc", "unit", "m"));
    }

    /** The filter of each facet in which something is chosen. */
    private static Map<String, Map<String, Object>> choices(SearchCriteria criteria) {
        var choices = new LinkedHashMap<String, Map<String, Object>>();
        choose(choices, CATEGORIES, criteria.categories());
        choose(choices, DISTRICTS, criteria.districts());
        choose(choices, CONDITIONS, criteria.conditions());
        var bounds = new LinkedHashMap<String, Long>();
        if (criteria.minPriceFen() != null) {
            bounds.put("gte", criteria.minPriceFen());
        }
        if (criteria.maxPriceFen() != null) {
            bounds.put("lte", criteria.maxPriceFen());
        }
        if (!bounds.isEmpty()) {
            choices.put(PRICES, Map.of("range", Map.of(PRICES, bounds)));
        }
        if (criteria.onlyToSwap()) {
            choices.put(SWAP, isTrue(SWAP));
        }
        if (criteria.onlyToSend()) {
            choices.put(SENT, isTrue(SENT));
        }
        return choices;
    }

    private static Map<String, Object> facets(Map<String, Map<String, Object>> choices) {
        return Map.of(
                CATEGORIES, facet(CATEGORIES, choices, terms(CATEGORIES)),
                DISTRICTS, facet(DISTRICTS, choices, terms(DISTRICTS)),
                CONDITIONS, facet(CONDITIONS, choices, terms(CONDITIONS)),
                PRICES, facet(PRICES, choices, Map.of("range", Map.of("field", PRICES, "ranges", bands()))),
                SENT,
                        facet(
                                SENT,
                                choices,
                                Map.of("filters", Map.of("keyed", false, "filters", Map.of(SENT, isTrue(SENT))))));
    }

    private static List<Map<String, Object>> bands() {
        return PriceBand.ALL.stream()
                .map(band -> {
                    var to = band.toFen();
                    return to == null
                            ? Map.<String, Object>of("from", band.fromFen())
                            : Map.<String, Object>of("from", band.fromFen(), "to", to);
                })
                .toList();
    }

    private static Map<String, Object> isTrue(String field) {
        return Map.of("term", Map.of(field, true));
    }

    private static Map<String, Object> term(String field, String code) {
        return Map.of("term", Map.of(field, code));
    }

    private static Map<String, Double> place(Origin origin) {
        return Map.of("lat", origin.lat(), "lon", origin.lon());
    }
}
