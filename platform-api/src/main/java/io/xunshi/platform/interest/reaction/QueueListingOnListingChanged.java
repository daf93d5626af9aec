package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.MatchSavedSearches;
import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saved searches may find it now, by its new words or price. */
@Component
class QueueListingOnListingChanged {
    private final MatchSavedSearches matchSavedSearches;

    QueueListingOnListingChanged(MatchSavedSearches matchSavedSearches) {
        this.matchSavedSearches = matchSavedSearches;
    }

    @DomainEventHandler
    Mono<Void> on(ListingChanged event) {
        return matchSavedSearches.queue(event);
    }
}
