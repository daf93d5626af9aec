package io.xunshi.platform.search.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import io.xunshi.platform.search.usecase.FeedIndex;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets it be found by its new words. */
@Component
@OutsideTransaction
class IndexListingOnListingChanged {
    private final FeedIndex feedIndex;

    IndexListingOnListingChanged(FeedIndex feedIndex) {
        this.feedIndex = feedIndex;
    }

    @DomainEventHandler
    Mono<Void> on(ListingChanged event) {
        return feedIndex.index(event.listingId());
    }
}
