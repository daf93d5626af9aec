package io.xunshi.indexer.stream;

import io.xunshi.contracts.search.SearchStream;
import java.util.Map;

/**
 * One message on the stream, not yet understood.
 *
 * @param id the entry's id, which begins with the millisecond in which Redis took it
 */
public record StreamEntry(String id, Map<String, String> fields) {

    public StreamEntry {
        fields = Map.copyOf(fields);
    }

    public String type() {
        return fields.getOrDefault(SearchStream.TYPE, "");
    }

    public String body() {
        return fields.getOrDefault(SearchStream.BODY, "");
    }

    /** When Redis took it, in milliseconds since 1970. */
    public long takenAtMillis() {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }
}
