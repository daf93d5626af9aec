package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.exchange.LotEvents.LotChanged;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.usecase.FeedOffers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets it be found by what it is now. */
@Component
@OutsideTransaction
class IndexLotOnLotChanged {
    private final FeedOffers feedOffers;

    IndexLotOnLotChanged(FeedOffers feedOffers) {
        this.feedOffers = feedOffers;
    }

    @DomainEventHandler
    Mono<Void> on(LotChanged event) {
        return feedOffers.tell(OfferSide.LOT, event.lotId().value());
    }
}
