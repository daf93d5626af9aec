package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import io.xunshi.platform.messaging.usecase.FollowListing;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Offers end that are above the new price, or were made for what is said no more. */
@Component
class FollowListingOnListingChanged {
    private final FollowListing followListing;

    FollowListingOnListingChanged(FollowListing followListing) {
        this.followListing = followListing;
    }

    @DomainEventHandler
    Mono<Void> on(ListingChanged event) {
        return followListing.follow(event.listingId());
    }
}
