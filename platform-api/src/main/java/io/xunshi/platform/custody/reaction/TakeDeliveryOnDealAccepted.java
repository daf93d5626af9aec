package io.xunshi.platform.custody.reaction;

import io.xunshi.platform.custody.usecase.TakeDelivery;
import io.xunshi.platform.fulfilment.FulfilmentEvents.DealAccepted;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The goods are the buyer's: so are their parcels. */
@Component
class TakeDeliveryOnDealAccepted {
    private final TakeDelivery takeDelivery;

    TakeDeliveryOnDealAccepted(TakeDelivery takeDelivery) {
        this.takeDelivery = takeDelivery;
    }

    @DomainEventHandler
    Mono<Void> on(DealAccepted event) {
        return takeDelivery.take(event);
    }
}
