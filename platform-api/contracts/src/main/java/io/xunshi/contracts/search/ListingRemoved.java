package io.xunshi.contracts.search;

import java.util.UUID;

/**
 * A listing that nobody may find any more: sold, reserved, withdrawn or blocked.
 *
 * @param id the listing
 * @param version the listing's version; becomes Elasticsearch's external version, so late messages are harmless
 */
public record ListingRemoved(UUID id, long version) implements IndexMessage {}
