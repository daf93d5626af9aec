package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingReserved;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.usecase.TellAskers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who asked hear that somebody was faster, for now. */
@Component
class TellAskersOnListingReserved {
    private final TellAskers tellAskers;

    TellAskersOnListingReserved(TellAskers tellAskers) {
        this.tellAskers = tellAskers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReserved event) {
        return tellAskers.tellOthers(CardKind.LISTING_RESERVED, event);
    }
}
