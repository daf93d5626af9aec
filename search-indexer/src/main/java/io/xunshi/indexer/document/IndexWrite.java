package io.xunshi.indexer.document;

import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.contracts.search.ListingRemoved;
import io.xunshi.contracts.search.OfferIndexed;
import io.xunshi.contracts.search.OfferRemoved;
import io.xunshi.contracts.search.SearchIndex;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do to every index of its kind that is kept.
 *
 * @param document null where the thing is to be removed
 */
public record IndexWrite(
        SearchIndex index, UUID id, long version, @Nullable StoredDocument document) {

    public static IndexWrite of(IndexMessage message) {
        return switch (message) {
            case ListingIndexed indexed -> write(SearchIndex.LISTINGS, indexed, IndexDocuments.of(indexed));
            case ListingRemoved removed -> write(SearchIndex.LISTINGS, removed, null);
            case OfferIndexed indexed -> write(indexed.index(), indexed, OfferIndexDocuments.of(indexed));
            case OfferRemoved removed -> write(removed.index(), removed, null);
        };
    }

    private static IndexWrite write(SearchIndex index, IndexMessage message, @Nullable StoredDocument document) {
        return new IndexWrite(Objects.requireNonNull(index), message.id(), message.version(), document);
    }
}
