package io.xunshi.platform.order.reaction;

import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.GiftEvents.GiftEnded;
import io.xunshi.platform.order.usecase.FollowGiftOffer;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody got it in this round, and it may still be on offer. */
@Component
class OpenGiftAgainOnGiftEnded {
    private final FollowGiftOffer followGiftOffer;

    OpenGiftAgainOnGiftEnded(FollowGiftOffer followGiftOffer) {
        this.followGiftOffer = followGiftOffer;
    }

    @DomainEventHandler
    Mono<Void> on(GiftEnded event) {
        return followGiftOffer.follow(new ListingId(event.gift().listingId()));
    }
}
