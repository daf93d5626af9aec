package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.DemandEvents.DemandChanged;
import io.xunshi.platform.matching.usecase.TellOfFitting;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A demand may fit now that did not before. */
@Component
class TellSellersOnDemandChanged {
    private final TellOfFitting tellOfFitting;

    TellSellersOnDemandChanged(TellOfFitting tellOfFitting) {
        this.tellOfFitting = tellOfFitting;
    }

    @DomainEventHandler
    Mono<Void> on(DemandChanged event) {
        return tellOfFitting.sellersFor(event.demandId(), event.eventId(), event.at());
    }
}
