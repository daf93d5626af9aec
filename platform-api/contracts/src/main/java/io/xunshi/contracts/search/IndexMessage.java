package io.xunshi.contracts.search;

import java.util.UUID;

/**
 * What search-indexer is told of one thing that is searched. Messages may come twice and overtake each other; the
 * version decides.
 */
public sealed interface IndexMessage permits ListingIndexed, ListingRemoved, OfferIndexed, OfferRemoved {

    UUID id();

    /** Becomes Elasticsearch's external version, so that late and repeated messages are harmless. */
    long version();
}
