package io.xunshi.platform.shipping.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.shipping.ShippingEvents.CarrierNewsReceived;
import io.xunshi.platform.shipping.usecase.ConvergeShipment;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the carrier about what its news is about. News about nothing of ours is forgotten. */
@Component
@OutsideTransaction
class AskCarrierOnCarrierNewsReceived {
    private final ConvergeShipment convergeShipment;

    AskCarrierOnCarrierNewsReceived(ConvergeShipment convergeShipment) {
        this.convergeShipment = convergeShipment;
    }

    @DomainEventHandler
    Mono<Void> on(CarrierNewsReceived event) {
        return convergeShipment.converge(event.shipmentId());
    }
}
