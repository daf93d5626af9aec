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
        boolean managed) {}
