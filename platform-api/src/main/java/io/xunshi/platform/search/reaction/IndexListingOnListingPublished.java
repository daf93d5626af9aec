package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.listing.ListingEvents.ListingPublished;
import io.xunshi.platform.search.usecase.FeedIndex;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets everybody find it. */
@Component
@OutsideTransaction
class IndexListingOnListingPublished {
    private final FeedIndex feedIndex;

    IndexListingOnListingPublished(FeedIndex feedIndex) {
        this.feedIndex = feedIndex;
    }

    @DomainEventHandler
    Mono<Void> on(ListingPublished event) {
        return feedIndex.index(event.listingId());
    }
}
