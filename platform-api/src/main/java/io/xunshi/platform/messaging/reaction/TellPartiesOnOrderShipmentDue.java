package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderShipmentDue;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The seller is reminded before the order is called off by itself. */
@Component
class TellPartiesOnOrderShipmentDue {
    private final TellParties tellParties;

    TellPartiesOnOrderShipmentDue(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderShipmentDue event) {
        return tellParties.tell(OrderNews.SHIPMENT_DUE, event);
    }
}
