package io.xunshi.platform.deal.reaction;

import io.xunshi.platform.deal.DealEvents.DealAwarded;
import io.xunshi.platform.deal.usecase.TellOfAward;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides hear of each contract by itself, however many were awarded at once. */
@Component
class TellSidesOnDealAwarded {
    private final TellOfAward tellOfAward;

    TellSidesOnDealAwarded(TellOfAward tellOfAward) {
        this.tellOfAward = tellOfAward;
    }

    @DomainEventHandler
    Mono<Void> on(DealAwarded event) {
        return tellOfAward.tell(event.dealId());
    }
}
