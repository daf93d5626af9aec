package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.TellSavers;
import io.xunshi.platform.listing.ListingEvents.ListingPublished;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who saved it before it was taken back hear that it can be had again. */
@Component
class TellSaversOnListingPublished {
    private final TellSavers tellSavers;

    TellSaversOnListingPublished(TellSavers tellSavers) {
        this.tellSavers = tellSavers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingPublished event) {
        return tellSavers.tellPublished(event);
    }
}
