package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.DemandEvents.DemandChanged;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.matching.usecase.MatchSavedOfferSearches;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saved searches may find it now that did not before. */
@Component
class QueueDemandOnDemandChanged {
    private final MatchSavedOfferSearches matchSavedOfferSearches;

    QueueDemandOnDemandChanged(MatchSavedOfferSearches matchSavedOfferSearches) {
        this.matchSavedOfferSearches = matchSavedOfferSearches;
    }

    @DomainEventHandler
    Mono<Void> on(DemandChanged event) {
        return matchSavedOfferSearches.queue(OfferSide.DEMAND, event.demandId());
    }
}
