package io.xunshi.platform.order.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.usecase.FollowGiftOffer;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody got it: people may ask for it again. */
@Component
class OpenGiftOnListingReleased {
    private final FollowGiftOffer followGiftOffer;

    OpenGiftOnListingReleased(FollowGiftOffer followGiftOffer) {
        this.followGiftOffer = followGiftOffer;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReleased event) {
        return followGiftOffer.follow(new ListingId(event.listingId()));
    }
}
