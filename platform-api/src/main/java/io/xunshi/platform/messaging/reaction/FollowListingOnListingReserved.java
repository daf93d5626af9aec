package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingReserved;
import io.xunshi.platform.messaging.usecase.FollowListing;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Offers of others wait while the item is promised. */
@Component
class FollowListingOnListingReserved {
    private final FollowListing followListing;

    FollowListingOnListingReserved(FollowListing followListing) {
        this.followListing = followListing;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReserved event) {
        return followListing.follow(event.listingId());
    }
}
