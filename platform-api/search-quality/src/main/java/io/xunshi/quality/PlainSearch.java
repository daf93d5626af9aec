package io.xunshi.quality;

import io.xunshi.contracts.search.ListingIndexed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one has without us: the same texts under one of Elasticsearch's analyzers, and a <code>multi_match</code> over
 * them. Weights for the title made both searches worse on our set.
 */
record PlainSearch(Engine engine, String name, String analyzer) implements Search {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Makes the index anew and fills it. */
    void index(List<ListingIndexed> listings) {
        var text = Map.of("type", "text", "analyzer", analyzer);
        engine.send(
                "PUT",
                "/" + index(),
                json(Map.of(
                        "mappings", Map.of("properties", Map.of("title", text, "description", text, "words", text)))));
        var answer = engine.send(
                "POST",
                "/" + index() + "/_bulk",
                listings.stream().flatMap(this::lines).map(line -> line + "\n").collect(Collectors.joining()));
        if (answer.path("errors").asBoolean()) {
            throw new IllegalStateException("Not all listings were taken: " + answer);
        }
    }

    @Override
    public List<String> find(String words, int limit) {
        var query = Map.of("query", words, "fields", List.of("title", "description", "words"));
        var answer = engine.send(
                "POST",
                "/" + index() + "/_search",
                json(Map.of("size", limit, "_source", false, "query", Map.of("multi_match", query))));
        return answer.at("/hits/hits")
                .valueStream()
                .map(hit -> hit.path("_id").asString())
                .toList();
    }

    private Stream<String> lines(ListingIndexed listing) {
        var document = listing.document();
        return Stream.of(
                json(Map.of("index", Map.of("_id", document.code()))),
                json(Map.of(
                        "title", document.title(), "description", document.description(), "words", document.words())));
    }

    private String index() {
        return "plain-" + name;
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
