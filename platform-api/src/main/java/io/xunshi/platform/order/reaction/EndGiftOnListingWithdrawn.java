package io.xunshi.platform.order.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingWithdrawn;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.usecase.FollowGiftOffer;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The giver took it back: nobody waits for it in vain. */
@Component
class EndGiftOnListingWithdrawn {
    private final FollowGiftOffer followGiftOffer;

    EndGiftOnListingWithdrawn(FollowGiftOffer followGiftOffer) {
        this.followGiftOffer = followGiftOffer;
    }

    @DomainEventHandler
    Mono<Void> on(ListingWithdrawn event) {
        return followGiftOffer.follow(new ListingId(event.listingId()));
    }
}
