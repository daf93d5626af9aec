package io.xunshi.platform.order.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingPublished;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.usecase.FollowGiftOffer;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A thing is given away: from now on people may ask for it. */
@Component
class OpenGiftOnListingPublished {
    private final FollowGiftOffer followGiftOffer;

    OpenGiftOnListingPublished(FollowGiftOffer followGiftOffer) {
        this.followGiftOffer = followGiftOffer;
    }

    /** Nothing is open over another thing: what was given away before has ended when it was taken back. */
    @DomainEventHandler
    Mono<Void> on(ListingPublished event) {
        return event.isGift() ? followGiftOffer.follow(new ListingId(event.listingId())) : Mono.empty();
    }
}
