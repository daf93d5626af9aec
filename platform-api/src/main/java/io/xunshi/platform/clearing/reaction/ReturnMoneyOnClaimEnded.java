package io.xunshi.platform.clearing.reaction;

import io.xunshi.platform.clearing.usecase.WriteBills;
import io.xunshi.platform.fulfilment.FulfilmentEvents.ClaimEnded;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Goods that were refused rightly are not paid for. */
@Component
class ReturnMoneyOnClaimEnded {
    private final WriteBills writeBills;

    ReturnMoneyOnClaimEnded(WriteBills writeBills) {
        this.writeBills = writeBills;
    }

    @DomainEventHandler
    Mono<Void> on(ClaimEnded event) {
        return event.refused() ? writeBills.calledOff(event.dealId()) : Mono.empty();
    }
}
