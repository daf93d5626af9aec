package io.xunshi.platform.consignment.reaction;

import io.xunshi.platform.consignment.usecase.DivideProceeds;
import io.xunshi.platform.order.OrderEvents.OrderCompleted;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Consignor and point get their shares of what was sold online. */
@Component
class DivideProceedsOnOrderCompleted {
    private final DivideProceeds divideProceeds;

    DivideProceedsOnOrderCompleted(DivideProceeds divideProceeds) {
        this.divideProceeds = divideProceeds;
    }

    @DomainEventHandler
    Mono<Void> on(OrderCompleted event) {
        return divideProceeds.divide(event.order(), event.at());
    }
}
