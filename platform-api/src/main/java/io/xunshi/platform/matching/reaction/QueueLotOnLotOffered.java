package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.LotEvents.LotOffered;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.matching.usecase.MatchSavedOfferSearches;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saved searches are tried on it. */
@Component
class QueueLotOnLotOffered {
    private final MatchSavedOfferSearches matchSavedOfferSearches;

    QueueLotOnLotOffered(MatchSavedOfferSearches matchSavedOfferSearches) {
        this.matchSavedOfferSearches = matchSavedOfferSearches;
    }

    @DomainEventHandler
    Mono<Void> on(LotOffered event) {
        return matchSavedOfferSearches.queue(OfferSide.LOT, event.lotId().value());
    }
}
