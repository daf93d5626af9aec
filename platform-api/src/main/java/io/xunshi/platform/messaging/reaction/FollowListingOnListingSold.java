package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingSold;
import io.xunshi.platform.messaging.usecase.FollowListing;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nothing is left to bargain about. */
@Component
class FollowListingOnListingSold {
    private final FollowListing followListing;

    FollowListingOnListingSold(FollowListing followListing) {
        this.followListing = followListing;
    }

    @DomainEventHandler
    Mono<Void> on(ListingSold event) {
        return followListing.follow(event.listingId());
    }
}
