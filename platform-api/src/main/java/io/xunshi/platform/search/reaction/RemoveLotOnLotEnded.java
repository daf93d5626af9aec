package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.exchange.LotEvents.LotEnded;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.usecase.FeedOffers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets nobody find what is not offered any more. */
@Component
@OutsideTransaction
class RemoveLotOnLotEnded {
    private final FeedOffers feedOffers;

    RemoveLotOnLotEnded(FeedOffers feedOffers) {
        this.feedOffers = feedOffers;
    }

    @DomainEventHandler
    Mono<Void> on(LotEnded event) {
        return feedOffers.tell(OfferSide.LOT, event.lotId().value());
    }
}
