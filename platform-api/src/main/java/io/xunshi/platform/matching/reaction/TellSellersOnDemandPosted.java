package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.DemandEvents.DemandPosted;
import io.xunshi.platform.matching.usecase.TellOfFitting;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who have such goods hear that somebody looks for them. */
@Component
class TellSellersOnDemandPosted {
    private final TellOfFitting tellOfFitting;

    TellSellersOnDemandPosted(TellOfFitting tellOfFitting) {
        this.tellOfFitting = tellOfFitting;
    }

    @DomainEventHandler
    Mono<Void> on(DemandPosted event) {
        return tellOfFitting.sellersFor(event.demandId(), event.eventId(), event.at());
    }
}
