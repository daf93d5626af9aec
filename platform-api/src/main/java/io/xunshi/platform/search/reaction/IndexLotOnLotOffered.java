package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.exchange.LotEvents.LotOffered;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.usecase.FeedOffers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets everybody find it. */
@Component
@OutsideTransaction
class IndexLotOnLotOffered {
    private final FeedOffers feedOffers;

    IndexLotOnLotOffered(FeedOffers feedOffers) {
        this.feedOffers = feedOffers;
    }

    @DomainEventHandler
    Mono<Void> on(LotOffered event) {
        return feedOffers.tell(OfferSide.LOT, event.lotId().value());
    }
}
