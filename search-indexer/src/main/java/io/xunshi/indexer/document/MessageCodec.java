package io.xunshi.indexer.document;

import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.contracts.search.ListingRemoved;
import io.xunshi.contracts.search.OfferIndexed;
import io.xunshi.contracts.search.OfferRemoved;
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
            return IndexWrite.of(json.readValue(body, messageOf(type)));
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("Unreadable " + type + ": " + e.getMessage(), e);
        }
    }

    private static Class<? extends IndexMessage> messageOf(String type) {
        return switch (type) {
            case SearchStream.LISTING_INDEXED -> ListingIndexed.class;
            case SearchStream.LISTING_REMOVED -> ListingRemoved.class;
            case SearchStream.OFFER_INDEXED -> OfferIndexed.class;
            case SearchStream.OFFER_REMOVED -> OfferRemoved.class;
            default -> throw new IllegalArgumentException("Unknown type: " + type);
        };
    }
}
