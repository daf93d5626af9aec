package io.xunshi.platform.search.storage;

import io.xunshi.platform.search.domain.Origin;
import io.xunshi.platform.search.domain.PriceBand;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.SearchCursor;
import io.xunshi.platform.search.domain.TitlePart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Elasticsearch is asked, as the JSON that its search API reads. What somebody typed only ever stands where the
 * engine expects text to analyse, so no operator in it means anything.
 */
final class QueryBody {
    /** More results than this are counted as "at least". */
    static final int COUNTED_MAX = 10_000;

    static final String TITLE = "title";
    private static final String TEXT = "text";

    /** Names of category, grade and district, and answers to the category's questions. */
    private static final String FACTS = "facts";

    static final String CATEGORIES = "categories";
    static final String DISTRICTS = "district";
    static final String CONDITIONS = "condition";
    static final String PRICES = "priceFen";
    private static final String SWAP = "swap";

    /** Inside each facet's narrowed counts. */
    static final String VALUES = "values";

    private static final int VALUES_MAX = 300;

    /** The engine itself gives up a little before we do, and answers with what it has. */
    private static final String ENGINE_TIMEOUT = "1500ms";

    /** Without what is said around the thing. */
    private static final String THING = "xunshi_thing";

    /** What was probably meant by what was typed. */
    private static final String MEANT = "xunshi_meant";

    /** Two words must both be there; of three or four one may be missing, of more two in five. */
    private static final String MOST_WORDS = "2<-1 4<60%";

    private static final Pattern LONG_LATIN_WORD = Pattern.compile("\\p{IsLatin}{4,}");

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

    static Map<String, Object> oneOf(Collection<UUID> listings) {
        return Map.of("ids", Map.of("values", listings));
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
                List.of(Map.of("_score", "desc"), Map.of("publishedAt", "desc"), Map.of("id", "asc")),
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

    /** Beginnings of titles, as typed and, for the case that it is mistyped, nearly as typed. */
    static Map<String, Object> suggestions(String typed, int size) {
        var exact = Map.of("field", "suggest", "size", size, "skip_duplicates", true);
        var fuzzy = new LinkedHashMap<String, Object>(exact);
        fuzzy.put("fuzzy", Map.of("fuzziness", "AUTO", "min_length", 4, "prefix_length", 1));
        return Map.of(
                "_source",
                false,
                "suggest",
                Map.of(
                        "exact", Map.of("prefix", typed, "completion", exact),
                        "fuzzy", Map.of("prefix", typed, "completion", fuzzy)));
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

    /**
     * The thing under all its names first. Below it nets, each wider and worth less: what was probably meant; most of
     * what was typed, whatever the thing is; pairs of characters, for what the segmentation cut differently; the sound;
     * and Latin words with a letter or two mistyped.
     */
    private static List<Map<String, Object>> ways(String typed) {
        var ways = new ArrayList<Map<String, Object>>();
        ways.add(match(TITLE, typed, Map.of("analyzer", THING, "operator", "and", "boost", 4)));
        ways.add(match(TEXT, typed, Map.of("analyzer", THING, "minimum_should_match", MOST_WORDS, "boost", 2)));
        ways.add(match(TITLE, typed, Map.of("analyzer", MEANT, "operator", "and", "boost", 2)));
        ways.add(match(TEXT, typed, Map.of("analyzer", MEANT, "minimum_should_match", MOST_WORDS)));
        ways.add(match(TEXT, typed, Map.of("minimum_should_match", "2<75%", "boost", 0.5)));
        ways.add(match("text_bigram", typed, Map.of("minimum_should_match", "3<75%", "boost", 0.2)));
        ways.add(match("title.pinyin", typed, Map.of("analyzer", "xunshi_sound", "boost", 0.5)));
        if (LONG_LATIN_WORD.matcher(typed).find()) {
            ways.add(match(TEXT, typed, fuzzily()));
        }
        return ways;
    }

    private static Map<String, Object> fuzzily() {
        return Map.of("operator", "and", "fuzziness", "AUTO", "prefix_length", 1, "max_expansions", 20, "boost", 0.3);
    }

    private static Map<String, Object> match(String field, String typed, Map<String, Object> how) {
        var match = new LinkedHashMap<>(how);
        match.put("query", typed);
        return Map.of("match", Map.of(field, match));
    }

    private static List<Object> sort(SearchCriteria criteria) {
        var byId = Map.of("id", "asc");
        return switch (criteria.sort()) {
            case RELEVANCE -> List.of(Map.of("_score", "desc"), Map.of("publishedAt", "desc"), byId);
            case NEWEST -> List.of(Map.of("publishedAt", "desc"), byId);
            case PRICE_ASC -> List.of(Map.of(PRICES, "asc"), byId);
            case PRICE_DESC -> List.of(Map.of(PRICES, "desc"), byId);
            case NEAR -> List.of(byDistance(criteria.origin()), byId);
        };
    }

    private static Map<String, Object> byDistance(@Nullable Origin origin) {
        if (origin == null) {
            throw new IllegalArgumentException("Nothing is near without an origin");
        }
        return Map.of("_geo_distance", Map.of("place", place(origin), "order", "asc", "unit", "m"));
    }

    private static List<Object> position(SearchCursor after) {
        return Stream.<Object>concat(after.numbers().stream(), Stream.of(after.id()))
                .toList();
    }

    /** A whole title, or none of it; terms of other fields count too, or a match in pairs would not show. */
    private static Map<String, Object> highlight() {
        return Map.of(
                "pre_tags", List.of(TitlePart.BEGIN),
                "post_tags", List.of(TitlePart.END),
                "require_field_match", false,
                "fields", Map.of(TITLE, Map.of("number_of_fragments", 0)));
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
            choices.put(SWAP, Map.of("term", Map.of(SWAP, true)));
        }
        return choices;
    }

    private static void choose(Map<String, Map<String, Object>> choices, String field, List<String> codes) {
        if (!codes.isEmpty()) {
            choices.put(field, Map.of("terms", Map.of(field, codes)));
        }
    }

    private static Map<String, Object> facets(Map<String, Map<String, Object>> choices) {
        return Map.of(
                CATEGORIES, facet(CATEGORIES, choices, terms(CATEGORIES)),
                DISTRICTS, facet(DISTRICTS, choices, terms(DISTRICTS)),
                CONDITIONS, facet(CONDITIONS, choices, terms(CONDITIONS)),
                PRICES, facet(PRICES, choices, Map.of("range", Map.of("field", PRICES, "ranges", bands()))));
    }

    private static Map<String, Object> facet(
            String field, Map<String, Map<String, Object>> choices, Map<String, Object> values) {
        var others = new LinkedHashMap<>(choices);
        others.remove(field);
        return Map.of("filter", all(List.copyOf(others.values())), "aggs", Map.of(VALUES, values));
    }

    private static Map<String, Object> terms(String field) {
        return Map.of("terms", Map.of("field", field, "size", VALUES_MAX));
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

    private static Map<String, Object> term(String field, String code) {
        return Map.of("term", Map.of(field, code));
    }

    private static Map<String, Object> all(List<Map<String, Object>> filters) {
        return filters.isEmpty() ? Map.of("match_all", Map.of()) : Map.of("bool", Map.of("filter", filters));
    }

    private static Map<String, Double> place(Origin origin) {
        return Map.of("lat", origin.lat(), "lon", origin.lon());
    }
}
