package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.LotEvents.LotChanged;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.matching.usecase.MatchSavedOfferSearches;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saved searches may find it now that did not before. */
@Component
class QueueLotOnLotChanged {
    private final MatchSavedOfferSearches matchSavedOfferSearches;

    QueueLotOnLotChanged(MatchSavedOfferSearches matchSavedOfferSearches) {
        this.matchSavedOfferSearches = matchSavedOfferSearches;
    }

    @DomainEventHandler
    Mono<Void> on(LotChanged event) {
        return matchSavedOfferSearches.queue(OfferSide.LOT, event.lotId().value());
    }
}
