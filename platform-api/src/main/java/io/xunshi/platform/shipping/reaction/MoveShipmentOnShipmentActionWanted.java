package io.xunshi.platform.shipping.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.shipping.ShippingEvents.ShipmentActionWanted;
import io.xunshi.platform.shipping.usecase.ConvergeShipment;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the carrier what is wanted, as soon as that is committed. */
@Component
@OutsideTransaction
class MoveShipmentOnShipmentActionWanted {
    private final ConvergeShipment convergeShipment;

    MoveShipmentOnShipmentActionWanted(ConvergeShipment convergeShipment) {
        this.convergeShipment = convergeShipment;
    }

    @DomainEventHandler
    Mono<Void> on(ShipmentActionWanted event) {
        return convergeShipment.converge(event.shipmentId());
    }
}
