package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderShipmentCancellationBegun;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The seller must not hand the parcel over any more. */
@Component
class TellPartiesOnOrderShipmentCancellationBegun {
    private final TellParties tellParties;

    TellPartiesOnOrderShipmentCancellationBegun(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderShipmentCancellationBegun event) {
        return tellParties.tell(OrderNews.SHIPMENT_CANCELLATION_BEGUN, event);
    }
}
