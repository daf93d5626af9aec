package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.storage.ListingRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes back all that somebody offers; what is promised already stays promised. */
@Component
public class WithdrawListings {
    /** More than anybody has before everybody's eyes. */
    private static final int LISTINGS_MAX = 10_000;

    private final ListingRepository listings;
    private final PublishListing publishListing;

    WithdrawListings(ListingRepository listings, PublishListing publishListing) {
        this.listings = listings;
        this.publishListing = publishListing;
    }

    @Transactional
    public Mono<Void> ofLeaving(AccountId seller) {
        return Flux.just(ListingState.PUBLISHED, ListingState.IN_REVIEW)
                .concatMap(state -> listings.findOwn(seller, state, null, LISTINGS_MAX))
                .filter(listing -> !listing.managed())
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(this::withdraw)
                .then();
    }

    private Mono<Listing> withdraw(Listing listing) {
        return publishListing.withdraw(listing.seller(), listing.id());
    }
}
