package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.listing.ListingEvents.ListingSold;
import io.xunshi.platform.search.usecase.FeedIndex;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets nobody find what is gone. */
@Component
@OutsideTransaction
class RemoveListingOnListingSold {
    private final FeedIndex feedIndex;

    RemoveListingOnListingSold(FeedIndex feedIndex) {
        this.feedIndex = feedIndex;
    }

    @DomainEventHandler
    Mono<Void> on(ListingSold event) {
        return feedIndex.remove(event.listingId(), event.version());
    }
}
