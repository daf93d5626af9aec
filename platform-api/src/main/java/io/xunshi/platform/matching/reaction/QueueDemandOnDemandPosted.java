package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.DemandEvents.DemandPosted;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.matching.usecase.MatchSavedOfferSearches;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saved searches are tried on it. */
@Component
class QueueDemandOnDemandPosted {
    private final MatchSavedOfferSearches matchSavedOfferSearches;

    QueueDemandOnDemandPosted(MatchSavedOfferSearches matchSavedOfferSearches) {
        this.matchSavedOfferSearches = matchSavedOfferSearches;
    }

    @DomainEventHandler
    Mono<Void> on(DemandPosted event) {
        return matchSavedOfferSearches.queue(OfferSide.DEMAND, event.demandId());
    }
}
