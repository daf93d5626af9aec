package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.exchange.LotEvents.LotSold;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.usecase.FeedOffers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what is left of it, or lets nobody find what is gone. */
@Component
@OutsideTransaction
class IndexLotOnLotSold {
    private final FeedOffers feedOffers;

    IndexLotOnLotSold(FeedOffers feedOffers) {
        this.feedOffers = feedOffers;
    }

    @DomainEventHandler
    Mono<Void> on(LotSold event) {
        return feedOffers.tell(OfferSide.LOT, event.lotId().value());
    }
}
