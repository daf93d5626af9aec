package io.xunshi.indexer.document;

import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.contracts.search.ListingRemoved;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do to every index that is kept.
 *
 * @param document null where the listing is to be removed
 */
public record IndexWrite(UUID id, long version, @Nullable IndexDocument document) {

    public static IndexWrite of(ListingIndexed message) {
        return new IndexWrite(message.id(), message.version(), IndexDocuments.of(message));
    }

    public static IndexWrite of(ListingRemoved message) {
        return new IndexWrite(message.id(), message.version(), null);
    }
}
