package io.xunshi.platform.listing.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.usecase.ComparePhotos;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Its photos may have been found to be somebody else's while it was promised. */
@Component
class ComparePhotosOnListingReleased {
    private final ComparePhotos comparePhotos;

    ComparePhotosOnListingReleased(ComparePhotos comparePhotos) {
        this.comparePhotos = comparePhotos;
    }

    @DomainEventHandler
    Mono<Void> on(ListingReleased event) {
        return comparePhotos.compare(new ListingId(event.listingId()));
    }
}
