package io.xunshi.platform.search.storage;

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

/**
 * Pieces of what Elasticsearch is asked, the same for all that is searched. What somebody typed only ever stands where
 * the engine expects text to analyse, so no operator in it means anything.
 */
final class QueryParts {
    /** More results than this are counted as "at least". */
    static final int COUNTED_MAX = 10_000;

    static final String TITLE = "title";
    static final String TEXT = "text";

    /** Names of what a thing is, and answers to questions about it. */
    static final String FACTS = "facts";

    static final String PUBLISHED_AT = "publishedAt";

    /** Inside each facet's narrowed counts. */
    static final String VALUES = "values";

    /** The engine itself gives up a little before we do, and answers with what it has. */
    static final String ENGINE_TIMEOUT = "1500ms";

    static final Map<String, String> BY_ID = Map.of("id", "asc");

    /** What was probably meant by what was typed. */
    static final String MEANT = "xunshi_meant";

    private static final int VALUES_MAX = 300;

    /** Without what is said around the thing. */
    private static final String THING = "xunshi_thing";

    /** Two words must both be there; of three or four one may be missing, of more two in five. */
    private static final String MOST_WORDS = "2<-1 4<60%";

    private static final Pattern LONG_LATIN_WORD = Pattern.compile("\\p{IsLatin}{4,}");

    private QueryParts() {}

    /**
     * The thing under all its names first. Below it nets, each wider and worth less: what was probably meant; most of
     * what was typed, whatever the thing is; pairs of characters, for what the segmentation cut differently; the sound;
     * and Latin words with a letter or two mistyped.
     */
    static List<Map<String, Object>> ways(String typed) {
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

    static Map<String, Object> match(String field, String typed, Map<String, Object> how) {
        var match = new LinkedHashMap<>(how);
        match.put("query", typed);
        return Map.of("match", Map.of(field, match));
    }

    static List<Object> position(SearchCursor after) {
        return Stream.<Object>concat(after.numbers().stream(), Stream.of(after.id()))
                .toList();
    }

    /** A whole title, or none of it; terms of other fields count too, or a match in pairs would not show. */
    static Map<String, Object> highlight() {
        return Map.of(
                "pre_tags", List.of(TitlePart.BEGIN),
                "post_tags", List.of(TitlePart.END),
                "require_field_match", false,
                "fields", Map.of(TITLE, Map.of("number_of_fragments", 0)));
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

    static void choose(Map<String, Map<String, Object>> choices, String field, List<String> codes) {
        if (!codes.isEmpty()) {
            choices.put(field, Map.of("terms", Map.of(field, codes)));
        }
    }

    /** Counts of a field's values under the choices in all other facets. */
    static Map<String, Object> facet(
            String field, Map<String, Map<String, Object>> choices, Map<String, Object> values) {
        var others = new LinkedHashMap<>(choices);
        others.remove(field);
        return Map.of("filter", all(List.copyOf(others.values())), "aggs", Map.of(VALUES, values));
    }

    static Map<String, Object> terms(String field) {
        return Map.of("terms", Map.of("field", field, "size", VALUES_MAX));
    }

    static Map<String, Object> oneOf(Collection<UUID> ids) {
        return Map.of("ids", Map.of("values", ids));
    }

    static Map<String, Object> all(List<Map<String, Object>> filters) {
        return filters.isEmpty() ? Map.of("match_all", Map.of()) : Map.of("bool", Map.of("filter", filters));
    }
}
