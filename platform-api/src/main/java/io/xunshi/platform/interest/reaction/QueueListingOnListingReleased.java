package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.MatchSavedSearches;
import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saved searches may not have been tried on it before it was reserved. */
@Component
class QueueListingOnListingReleased {
    private final MatchSavedSearches matchSavedSearches;

    QueueListingOnListingReleased(MatchSavedSearches matchSavedSearches) {
        this.matchSavedSearches = matchSavedSearches;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReleased event) {
        return matchSavedSearches.queue(event);
    }
}
