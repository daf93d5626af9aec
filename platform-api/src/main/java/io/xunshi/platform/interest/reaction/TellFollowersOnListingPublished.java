package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.FollowSeller;
import io.xunshi.platform.listing.ListingEvents.ListingPublished;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who follow its seller hear of it. */
@Component
class TellFollowersOnListingPublished {
    private final FollowSeller followSeller;

    TellFollowersOnListingPublished(FollowSeller followSeller) {
        this.followSeller = followSeller;
    }

    @DomainEventHandler
    Mono<Void> on(ListingPublished event) {
        return followSeller.tellFollowers(event);
    }
}
