package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.exchange.DemandEvents.DemandChanged;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.usecase.FeedOffers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets it be found by what it is now. */
@Component
@OutsideTransaction
class IndexDemandOnDemandChanged {
    private final FeedOffers feedOffers;

    IndexDemandOnDemandChanged(FeedOffers feedOffers) {
        this.feedOffers = feedOffers;
    }

    @DomainEventHandler
    Mono<Void> on(DemandChanged event) {
        return feedOffers.tell(OfferSide.DEMAND, event.demandId());
    }
}
