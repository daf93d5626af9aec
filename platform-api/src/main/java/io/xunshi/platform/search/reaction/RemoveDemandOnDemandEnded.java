package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.exchange.DemandEvents.DemandEnded;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.usecase.FeedOffers;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets nobody find what nobody looks for any more. */
@Component
@OutsideTransaction
class RemoveDemandOnDemandEnded {
    private final FeedOffers feedOffers;

    RemoveDemandOnDemandEnded(FeedOffers feedOffers) {
        this.feedOffers = feedOffers;
    }

    @DomainEventHandler
    Mono<Void> on(DemandEnded event) {
        return feedOffers.tell(OfferSide.DEMAND, event.demandId());
    }
}
