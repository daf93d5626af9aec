package io.xunshi.platform.order.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingSold;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.usecase.LapseSwaps;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The thing is somebody's: what was proposed about it lapses. */
@Component
class LapseSwapsOnListingSold {
    private final LapseSwaps lapseSwaps;

    LapseSwapsOnListingSold(LapseSwaps lapseSwaps) {
        this.lapseSwaps = lapseSwaps;
    }

    @DomainEventHandler
    Mono<Void> on(ListingSold event) {
        return lapseSwaps.about(new ListingId(event.listingId()));
    }
}
