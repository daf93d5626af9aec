package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import io.xunshi.platform.messaging.usecase.TellAskers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who asked hear of another price. */
@Component
class TellAskersOnListingChanged {
    private final TellAskers tellAskers;

    TellAskersOnListingChanged(TellAskers tellAskers) {
        this.tellAskers = tellAskers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingChanged event) {
        return tellAskers.tellChange(event);
    }
}
