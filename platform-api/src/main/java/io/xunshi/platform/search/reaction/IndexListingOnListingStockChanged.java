package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.listing.ListingEvents.ListingStockChanged;
import io.xunshi.platform.search.usecase.FeedIndex;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says in every list how many are left. */
@Component
@OutsideTransaction
class IndexListingOnListingStockChanged {
    private final FeedIndex feedIndex;

    IndexListingOnListingStockChanged(FeedIndex feedIndex) {
        this.feedIndex = feedIndex;
    }

    @DomainEventHandler
    Mono<Void> on(ListingStockChanged event) {
        return feedIndex.index(event.listingId());
    }
}
