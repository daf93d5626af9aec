package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import reactor.core.publisher.Mono;

/** What later modules may ask about swaps. */
public interface Swaps {

    /** Who gets a thing, or got it, by a swap that all have agreed to; empty where none holds it or is settled. */
    Mono<AccountId> receiverOf(ListingId listing);
}
