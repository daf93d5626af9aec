package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.messaging.usecase.FollowListing;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** They can be answered again. */
@Component
class FollowListingOnListingReleased {
    private final FollowListing followListing;

    FollowListingOnListingReleased(FollowListing followListing) {
        this.followListing = followListing;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReleased event) {
        return followListing.follow(event.listingId());
    }
}
