package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingModerated;
import io.xunshi.platform.messaging.usecase.TellSeller;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Its owner hears what the moderator decided. */
@Component
class TellSellerOnListingModerated {
    private final TellSeller tellSeller;

    TellSellerOnListingModerated(TellSeller tellSeller) {
        this.tellSeller = tellSeller;
    }

    @DomainEventHandler
    Mono<Void> on(ListingModerated event) {
        return tellSeller.tell(event);
    }
}
