package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingWithdrawn;
import io.xunshi.platform.messaging.usecase.FollowListing;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nothing is left to bargain about. */
@Component
class FollowListingOnListingWithdrawn {
    private final FollowListing followListing;

    FollowListingOnListingWithdrawn(FollowListing followListing) {
        this.followListing = followListing;
    }

    @DomainEventHandler
    Mono<Void> on(ListingWithdrawn event) {
        return followListing.follow(event.listingId());
    }
}
