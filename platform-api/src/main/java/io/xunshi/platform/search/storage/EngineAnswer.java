package io.xunshi.platform.search.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is read of Elasticsearch's answer to a search; the rest is passed over.
 *
 * @param aggregations by facet; absent where none was asked for
 * @param suggest by way of suggesting; absent where none was asked for
 */
record EngineAnswer(
        @JsonProperty("timed_out") boolean timedOut,
        Hits hits,
        @Nullable Map<String, Facet> aggregations,
        @Nullable Map<String, List<Suggestion>> suggest) {

    /** @param total absent where counting was not asked for */
    record Hits(@Nullable Total total, List<Hit> hits) {}

    /** @param relation <code>eq</code> where the value is exact */
    record Total(long value, String relation) {}

    /**
     * @param sort numbers and the id, in the order of the sort
     * @param highlight the marked title, if anything matched in it
     */
    record Hit(
            @JsonProperty("_source") Source source,
            List<Object> sort,
            @Nullable Map<String, List<String>> highlight) {}

    record Source(StoredCard card) {}

    record Facet(Values values) {}

    record Values(List<Bucket> buckets) {}

    /** @param key a code; of a price band, text that nobody needs */
    record Bucket(String key, @JsonProperty("doc_count") long count) {}

    record Suggestion(List<Option> options) {}

    record Option(String text) {}
}
