package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.messaging.usecase.TellAskers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who asked hear that it can be had again. */
@Component
class TellAskersOnListingReleased {
    private final TellAskers tellAskers;

    TellAskersOnListingReleased(TellAskers tellAskers) {
        this.tellAskers = tellAskers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReleased event) {
        return tellAskers.tellReleased(event);
    }
}
