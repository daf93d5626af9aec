package io.xunshi.platform.search.storage;

import static io.xunshi.platform.search.storage.QueryParts.BY_ID;
import static io.xunshi.platform.search.storage.QueryParts.FACTS;
import static io.xunshi.platform.search.storage.QueryParts.PUBLISHED_AT;
import static io.xunshi.platform.search.storage.QueryParts.TEXT;
import static io.xunshi.platform.search.storage.QueryParts.all;
import static io.xunshi.platform.search.storage.QueryParts.facet;
import static io.xunshi.platform.search.storage.QueryParts.match;
import static io.xunshi.platform.search.storage.QueryParts.terms;
import static io.xunshi.platform.search.storage.QueryParts.ways;

import io.xunshi.platform.search.domain.MaterialWords.Understood;
import io.xunshi.platform.search.domain.Nearness;
import io.xunshi.platform.search.domain.OfferCriteria;
import io.xunshi.platform.search.domain.OfferCriteria.Range;
import io.xunshi.platform.search.domain.OfferFacet;
import io.xunshi.platform.search.domain.OfferSort;
import io.xunshi.platform.search.domain.QualityWish;
import io.xunshi.platform.search.domain.QualityWish.Between;
import io.xunshi.platform.search.domain.QualityWish.OneOf;
import io.xunshi.platform.search.domain.SearchCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Elasticsearch is asked about lots and demands, as the JSON that its search API reads. */
final class OfferQueryBody {
    private static final String PRICE = "priceFen";
    private static final String QUANTITY = "quantity";
    private static final String MOST_OF_THE_REST = "2<75%";

    private OfferQueryBody() {}

    /** A page of results; with facets where it is the first. */
    static Map<String, Object> search(
            OfferCriteria criteria, Understood understood, @Nullable SearchCursor after, int size) {
        var body = new LinkedHashMap<String, Object>();
        body.put("size", size);
        body.put("timeout", QueryParts.ENGINE_TIMEOUT);
        body.put("track_total_hits", QueryParts.COUNTED_MAX);
        body.put("_source", "card");
        body.put("sort", sort(criteria));
        if (criteria.hasWords()) {
            body.put("highlight", QueryParts.highlight());
        }
        var choices = choices(criteria);
        if (after == null) {
            body.put("query", ordered(criteria, query(criteria, understood, List.of())));
            body.put("post_filter", all(List.copyOf(choices.values())));
            body.put("aggs", facets(choices));
        } else {
            body.put("query", ordered(criteria, query(criteria, understood, choices.values())));
            body.put("search_after", QueryParts.position(after));
        }
        return body;
    }

    /** Which of the offers a search finds; it asks what the search asks. */
    static Map<String, Object> matching(OfferCriteria criteria, Understood understood, Collection<UUID> offers) {
        return Map.of(
                "size",
                offers.size(),
                "timeout",
                QueryParts.ENGINE_TIMEOUT,
                "track_total_hits",
                false,
                "_source",
                false,
                "query",
                all(List.of(
                        QueryParts.oneOf(offers),
                        query(criteria, understood, choices(criteria).values()))));
    }

    private static Map<String, Object> query(
            OfferCriteria criteria, Understood understood, Collection<Map<String, Object>> choices) {
        var filters = new ArrayList<>(choices);
        criteria.quality().stream().flatMap(OfferQueryBody::filters).forEach(filters::add);
        filters.addAll(within(QUANTITY, criteria.quantity()));
        filters.addAll(within(PRICE, criteria.price()));
        filters.addAll(within(criteria));
        filters.addAll(reached(criteria.near()));
        return criteria.hasWords()
                ? Map.of("bool", Map.of("must", List.of(words(criteria.words(), understood)), "filter", filters))
                : all(filters);
    }

    /**
     * What is of the materials that the words name, and has the rest of the words, comes first; then what has the words
     * somewhere.
     */
    private static Map<String, Object> words(String typed, Understood understood) {
        var ways = new ArrayList<>(ways(typed));
        if (!understood.materials().isEmpty()) {
            ways.add(ofMaterials(understood));
        }
        return Map.of(
                "bool",
                Map.of(
                        "must", List.of(Map.of("bool", Map.of("should", ways, "minimum_should_match", 1))),
                        "should", List.of(match(FACTS, typed, Map.of("boost", 3)))));
    }

    private static Map<String, Object> ofMaterials(Understood understood) {
        var materials = understood.materials().stream()
                .map(codes -> anyOf(OfferFacet.MATERIAL.field(), List.copyOf(codes)))
                .toList();
        var rest = understood.rest().isEmpty()
                ? List.of()
                : List.of(match(TEXT, understood.rest(), Map.of("minimum_should_match", MOST_OF_THE_REST)));
        // A constant: how rare a material is says nothing about how well it fits.
        return Map.of(
                "bool",
                Map.of(
                        "must",
                        rest,
                        "should",
                        List.of(Map.of("constant_score", Map.of("filter", all(materials), "boost", 20))),
                        "minimum_should_match",
                        1));
    }

    /** A stretch that is said and one that is asked meet where neither ends before the other begins. */
    private static Stream<Map<String, Object>> filters(QualityWish wish) {
        return switch (wish) {
            case Between between ->
                Stream.concat(
                        bound("most." + wish.attribute(), "gte", between.least()),
                        bound("least." + wish.attribute(), "lte", between.most()));
            case OneOf oneOf -> Stream.of(anyOf("answers." + wish.attribute(), oneOf.answers()));
        };
    }

    private static Stream<Map<String, Object>> bound(String field, String side, @Nullable Object bound) {
        return bound == null ? Stream.empty() : Stream.of(Map.of("range", Map.of(field, Map.of(side, bound))));
    }

    private static List<Map<String, Object>> within(String field, Range range) {
        return Stream.concat(bound(field, "gte", range.min()), bound(field, "lte", range.max()))
                .toList();
    }

    private static List<Map<String, Object>> within(OfferCriteria criteria) {
        return Stream.of(
                        bound("to", "gte", criteria.days().from()),
                        bound("from", "lte", criteria.days().to()),
                        bound("lastDay", "gte", criteria.validOn()))
                .flatMap(bounds -> bounds)
                .toList();
    }

    private static List<Map<String, Object>> reached(@Nullable Nearness near) {
        return near == null || near.within() == null
                ? List.of()
                : List.of(anyOf(OfferFacet.AREA.field(), near.reached()));
    }

    /** Nearer areas score higher, each by its rank; what else is asked only decides what is found. */
    private static Map<String, Object> ordered(OfferCriteria criteria, Map<String, Object> query) {
        var near = criteria.near();
        return near == null || criteria.sort() != OfferSort.NEAREST
                ? query
                : Map.of("bool", Map.of("filter", List.of(query), "should", ranked(near.nearestFirst())));
    }

    private static List<Map<String, Object>> ranked(List<String> areas) {
        return IntStream.range(0, areas.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "constant_score",
                        Map.of(
                                "filter",
                                anyOf(OfferFacet.AREA.field(), List.of(areas.get(i))),
                                "boost",
                                areas.size() - i)))
                .toList();
    }

    private static List<Object> sort(OfferCriteria criteria) {
        return switch (criteria.sort()) {
            case RELEVANCE, NEAREST -> List.of(Map.of("_score", "desc"), Map.of(PUBLISHED_AT, "desc"), BY_ID);
            case NEWEST -> List.of(Map.of(PUBLISHED_AT, "desc"), BY_ID);
            case PRICE_ASC -> List.of(Map.of(PRICE, "asc"), BY_ID);
            case PRICE_DESC -> List.of(Map.of(PRICE, "desc"), BY_ID);
            case QUANTITY_ASC -> List.of(Map.of(QUANTITY, "asc"), BY_ID);
            case QUANTITY_DESC -> List.of(Map.of(QUANTITY, "desc"), BY_ID);
        };
    }

    /** The filter of each facet in which something is chosen, by its field. */
    private static Map<String, Map<String, Object>> choices(OfferCriteria criteria) {
        var choices = new LinkedHashMap<String, Map<String, Object>>();
        for (var facet : OfferFacet.values()) {
            QueryParts.choose(choices, facet.field(), criteria.chosen(facet));
        }
        return choices;
    }

    private static Map<String, Object> facets(Map<String, Map<String, Object>> choices) {
        return Stream.of(OfferFacet.values())
                .map(OfferFacet::field)
                .collect(Collectors.toMap(field -> field, field -> facet(field, choices, terms(field))));
    }

    private static Map<String, Object> anyOf(String field, List<String> codes) {
        return Map.of("terms", Map.of(field, codes));
    }
}
