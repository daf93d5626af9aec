package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.listing.ListingEvents.ListingReserved;
import io.xunshi.platform.search.usecase.FeedIndex;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets nobody find what is promised. */
@Component
@OutsideTransaction
class RemoveListingOnListingReserved {
    private final FeedIndex feedIndex;

    RemoveListingOnListingReserved(FeedIndex feedIndex) {
        this.feedIndex = feedIndex;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReserved event) {
        return feedIndex.remove(event.listingId(), event.version());
    }
}
