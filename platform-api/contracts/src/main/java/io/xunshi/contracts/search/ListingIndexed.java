package io.xunshi.contracts.search;

import java.util.UUID;

/**
 * A listing that everybody may find now, with all that the index needs, so that the indexer never calls back.
 *
 * @param id the listing
 * @param version the listing's version; becomes Elasticsearch's external version, so late and repeated messages are
 *     harmless
 */
public record ListingIndexed(UUID id, long version, ListingDocument document) implements IndexMessage {}
