package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderShipmentWanted;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The seller hears that the money is safe and the parcel to be sent. */
@Component
class TellPartiesOnOrderShipmentWanted {
    private final TellParties tellParties;

    TellPartiesOnOrderShipmentWanted(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderShipmentWanted event) {
        return tellParties.tell(OrderNews.SHIPMENT_WANTED, event);
    }
}
