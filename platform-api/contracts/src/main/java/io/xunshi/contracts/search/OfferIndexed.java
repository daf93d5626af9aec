package io.xunshi.contracts.search;

import java.util.UUID;

/**
 * A lot or a demand that everybody may find now, with all that its index needs.
 *
 * @param index {@link SearchIndex#LOTS} or {@link SearchIndex#DEMANDS}
 */
public record OfferIndexed(SearchIndex index, UUID id, long version, OfferDocument document) implements IndexMessage {}
