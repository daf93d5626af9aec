package io.xunshi.contracts.search;

/**
 * The Redis Stream between platform-api and search-indexer. An entry has two fields, the message's type and its JSON.
 * Entries are removed when they are done: what stands in the stream is what is still to do.
 */
public final class SearchStream {
    public static final String NAME = "xunshi:search";
    public static final String GROUP = "search-indexer";

    /** Entries that can never succeed, with the field {@link #REASON}; kept for a person to look at. */
    public static final String DEAD_LETTERS = "xunshi:search:dead";

    public static final String TYPE = "type";
    public static final String BODY = "body";
    public static final String REASON = "reason";

    /** The type of {@link ListingIndexed}. */
    public static final String LISTING_INDEXED = "listing-indexed.v1";

    /** The type of {@link ListingRemoved}. */
    public static final String LISTING_REMOVED = "listing-removed.v1";

    /** The type of {@link OfferIndexed}. */
    public static final String OFFER_INDEXED = "offer-indexed.v1";

    /** The type of {@link OfferRemoved}. */
    public static final String OFFER_REMOVED = "offer-removed.v1";

    private SearchStream() {}

    /** Under which type a message travels. */
    public static String typeOf(IndexMessage message) {
        return switch (message) {
            case ListingIndexed _ -> LISTING_INDEXED;
            case ListingRemoved _ -> LISTING_REMOVED;
            case OfferIndexed _ -> OFFER_INDEXED;
            case OfferRemoved _ -> OFFER_REMOVED;
        };
    }
}
