package io.xunshi.platform.order.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.usecase.FollowGiftOffer;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether and how it is given away may have changed. */
@Component
class AdaptGiftOnListingChanged {
    private final FollowGiftOffer followGiftOffer;

    AdaptGiftOnListingChanged(FollowGiftOffer followGiftOffer) {
        this.followGiftOffer = followGiftOffer;
    }

    @DomainEventHandler
    Mono<Void> on(ListingChanged event) {
        return followGiftOffer.follow(new ListingId(event.listingId()));
    }
}
