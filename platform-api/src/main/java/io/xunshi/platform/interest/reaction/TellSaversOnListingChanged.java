package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.TellSavers;
import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who saved it hear of a lower price. */
@Component
class TellSaversOnListingChanged {
    private final TellSavers tellSavers;

    TellSaversOnListingChanged(TellSavers tellSavers) {
        this.tellSavers = tellSavers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingChanged event) {
        return tellSavers.tellPrice(event);
    }
}
