package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import java.time.Instant;
import java.util.List;

/**
 * What two people say about one listing. It stays readable whatever becomes of the listing.
 *
 * @param listingTitle as the two know it
 * @param lastSequence of its newest message; 0 while nothing is said
 */
public record Conversation(
        ConversationId id,
        ListingId listing,
        String listingTitle,
        AccountId buyer,
        AccountId seller,
        long lastSequence,
        Instant openedAt) {
    public boolean concerns(AccountId person) {
        return buyer.equals(person) || seller.equals(person);
    }

    public AccountId counterpartOf(AccountId person) {
        return buyer.equals(person) ? seller : buyer;
    }

    public List<AccountId> people() {
        return List.of(buyer, seller);
    }
}
