package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingSold;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.usecase.TellAskers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who asked hear that it is gone. */
@Component
class TellAskersOnListingSold {
    private final TellAskers tellAskers;

    TellAskersOnListingSold(TellAskers tellAskers) {
        this.tellAskers = tellAskers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingSold event) {
        return tellAskers.tellOthers(CardKind.LISTING_SOLD, event);
    }
}
