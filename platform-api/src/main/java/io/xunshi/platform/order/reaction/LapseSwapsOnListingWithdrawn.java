package io.xunshi.platform.order.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingWithdrawn;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.usecase.LapseSwaps;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Its owner took it back: what was proposed about it lapses. */
@Component
class LapseSwapsOnListingWithdrawn {
    private final LapseSwaps lapseSwaps;

    LapseSwapsOnListingWithdrawn(LapseSwaps lapseSwaps) {
        this.lapseSwaps = lapseSwaps;
    }

    @DomainEventHandler
    Mono<Void> on(ListingWithdrawn event) {
        return lapseSwaps.about(new ListingId(event.listingId()));
    }
}
