package io.xunshi.platform.fulfilment.reaction;

import io.xunshi.platform.deal.DealEvents.DealSigned;
import io.xunshi.platform.fulfilment.usecase.BeginFulfilment;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What both have signed is to be performed. */
@Component
class BeginFulfilmentOnDealSigned {
    private final BeginFulfilment beginFulfilment;

    BeginFulfilmentOnDealSigned(BeginFulfilment beginFulfilment) {
        this.beginFulfilment = beginFulfilment;
    }

    @DomainEventHandler
    Mono<Void> on(DealSigned event) {
        return beginFulfilment.begin(event);
    }
}
