package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.TellSavers;
import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who saved it hear that it can be had again. */
@Component
class TellSaversOnListingReleased {
    private final TellSavers tellSavers;

    TellSaversOnListingReleased(TellSavers tellSavers) {
        this.tellSavers = tellSavers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReleased event) {
        return tellSavers.tellReleased(event);
    }
}
