package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingWithdrawn;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.usecase.TellAskers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who asked hear that its owner took it back. */
@Component
class TellAskersOnListingWithdrawn {
    private final TellAskers tellAskers;

    TellAskersOnListingWithdrawn(TellAskers tellAskers) {
        this.tellAskers = tellAskers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingWithdrawn event) {
        return tellAskers.tellAll(CardKind.LISTING_WITHDRAWN, event);
    }
}
