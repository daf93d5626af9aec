package io.xunshi.platform.messaging;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingView;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Brings two people together on the seller's word, where usually a buyer asks first. */
public interface Introductions {

    /**
     * Opens a conversation about the listing, or goes on with the one that the two have, puts a card into it and tells
     * the buyer. In the caller's transaction, and the last thing that it does. Raises {@link MessagingProblem#BLOCKED}
     * where one of the two does not want to hear from the other, and {@link MessagingProblem#MUTED}.
     *
     * @param eventId the same id is told once
     * @return the conversation's id
     */
    Mono<UUID> introduce(Introduction introduction, UUID eventId, Instant at);

    /**
     * A seller has what somebody looks for.
     *
     * @param words what the wanted post (求购) is called
     */
    record Introduction(AccountId buyer, ListingView listing, UUID wantedId, String words) {}
}
