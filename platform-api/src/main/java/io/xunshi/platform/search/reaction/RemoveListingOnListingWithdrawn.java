package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.listing.ListingEvents.ListingWithdrawn;
import io.xunshi.platform.search.usecase.FeedIndex;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets nobody find what is not for sale. */
@Component
@OutsideTransaction
class RemoveListingOnListingWithdrawn {
    private final FeedIndex feedIndex;

    RemoveListingOnListingWithdrawn(FeedIndex feedIndex) {
        this.feedIndex = feedIndex;
    }

    @DomainEventHandler
    Mono<Void> on(ListingWithdrawn event) {
        return feedIndex.remove(event.listingId(), event.version());
    }
}
