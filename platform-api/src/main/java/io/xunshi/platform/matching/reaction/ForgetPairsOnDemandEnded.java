package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.DemandEvents.DemandEnded;
import io.xunshi.platform.matching.usecase.TellOfFitting;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A demand that has ended fits nothing any more. */
@Component
class ForgetPairsOnDemandEnded {
    private final TellOfFitting tellOfFitting;

    ForgetPairsOnDemandEnded(TellOfFitting tellOfFitting) {
        this.tellOfFitting = tellOfFitting;
    }

    @DomainEventHandler
    Mono<Void> on(DemandEnded event) {
        return tellOfFitting.forget(event.demandId());
    }
}
