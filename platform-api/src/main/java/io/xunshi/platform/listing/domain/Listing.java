package io.xunshi.platform.listing.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer over an item, with where it stands.
 *
 * @param promised how many pieces of a stock are promised to buyers; of a unique thing one or none
 * @param managed whether a module keeps it by an agreement, so that its seller changes nothing by hand
 */
public record Listing(
        ListingId id,
        String code,
        UUID itemId,
        AccountId seller,
        ListingState state,
        Offer offer,
        long version,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        boolean managed,
        int promised) {

    /** How many pieces of a stock can be had now; null for a unique thing. */
    public @Nullable Integer left() {
        var stock = offer.stock();
        return stock == null ? null : stock - promised;
    }

    /** Whether its owner may change what it says: of a stock even while all of it is promised. */
    public boolean isEditable() {
        return state.isEditable() || state == ListingState.RESERVED && offer.stock() != null;
    }

    /** Whether everybody reads it, so that what it newly says is held against the rules. */
    public boolean isBeforeEverybody() {
        return state == ListingState.PUBLISHED || state == ListingState.RESERVED;
    }
}
