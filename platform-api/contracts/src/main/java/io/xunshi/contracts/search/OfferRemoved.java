package io.xunshi.contracts.search;

import java.util.UUID;

/**
 * A lot or a demand that nobody may find any more: sold, met, withdrawn or expired.
 *
 * @param index {@link SearchIndex#LOTS} or {@link SearchIndex#DEMANDS}
 */
public record OfferRemoved(SearchIndex index, UUID id, long version) implements IndexMessage {}
