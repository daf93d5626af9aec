package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.TellSavers;
import io.xunshi.platform.listing.ListingEvents.ListingSold;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who saved it hear that it is gone. */
@Component
class TellSaversOnListingSold {
    private final TellSavers tellSavers;

    TellSaversOnListingSold(TellSavers tellSavers) {
        this.tellSavers = tellSavers;
    }

    @DomainEventHandler
    Mono<Void> on(ListingSold event) {
        return tellSavers.tellSold(event);
    }
}
