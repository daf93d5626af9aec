package io.xunshi.indexer.document;

import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.contracts.search.ListingRemoved;
import io.xunshi.contracts.search.SearchStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands messages. Fields that it does not know are passed over, so that a newer platform-api can run beside an
 * older indexer.
 */
@Component
public class MessageCodec {
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws IllegalArgumentException for a message that nobody can ever understand; its message says why */
    public IndexWrite decode(String type, String body) {
        try {
            return switch (type) {
                case SearchStream.LISTING_INDEXED -> IndexWrite.of(json.readValue(body, ListingIndexed.class));
                case SearchStream.LISTING_REMOVED -> IndexWrite.of(json.readValue(body, ListingRemoved.class));
                default -> throw new IllegalArgumentException("Unknown type: " + type);
            };
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("Unreadable " + type + ": " + e.getMessage(), e);
        }
    }
}
