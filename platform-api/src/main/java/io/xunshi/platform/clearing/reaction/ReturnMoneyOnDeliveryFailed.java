package io.xunshi.platform.clearing.reaction;

import io.xunshi.platform.clearing.usecase.WriteBills;
import io.xunshi.platform.fulfilment.FulfilmentEvents.DeliveryFailed;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nothing came, so nothing is owed. */
@Component
class ReturnMoneyOnDeliveryFailed {
    private final WriteBills writeBills;

    ReturnMoneyOnDeliveryFailed(WriteBills writeBills) {
        this.writeBills = writeBills;
    }

    @DomainEventHandler
    Mono<Void> on(DeliveryFailed event) {
        return writeBills.calledOff(event.dealId());
    }
}
