package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.search.usecase.FeedIndex;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets everybody find it again. */
@Component
@OutsideTransaction
class IndexListingOnListingReleased {
    private final FeedIndex feedIndex;

    IndexListingOnListingReleased(FeedIndex feedIndex) {
        this.feedIndex = feedIndex;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReleased event) {
        return feedIndex.index(event.listingId());
    }
}
