package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.exchange.DemandEvents.DemandPosted;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.usecase.FeedOffers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets everybody find it. */
@Component
@OutsideTransaction
class IndexDemandOnDemandPosted {
    private final FeedOffers feedOffers;

    IndexDemandOnDemandPosted(FeedOffers feedOffers) {
        this.feedOffers = feedOffers;
    }

    @DomainEventHandler
    Mono<Void> on(DemandPosted event) {
        return feedOffers.tell(OfferSide.DEMAND, event.demandId());
    }
}
