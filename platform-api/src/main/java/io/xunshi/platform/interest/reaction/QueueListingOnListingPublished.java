package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.MatchSavedSearches;
import io.xunshi.platform.listing.ListingEvents.ListingPublished;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saved searches may find it. */
@Component
class QueueListingOnListingPublished {
    private final MatchSavedSearches matchSavedSearches;

    QueueListingOnListingPublished(MatchSavedSearches matchSavedSearches) {
        this.matchSavedSearches = matchSavedSearches;
    }

    @DomainEventHandler
    Mono<Void> on(ListingPublished event) {
        return matchSavedSearches.queue(event);
    }
}
