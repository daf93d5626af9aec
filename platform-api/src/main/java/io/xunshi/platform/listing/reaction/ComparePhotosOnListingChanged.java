package io.xunshi.platform.listing.reaction;

import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.usecase.ComparePhotos;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Its photos may be somebody else's. */
@Component
class ComparePhotosOnListingChanged {
    private final ComparePhotos comparePhotos;

    ComparePhotosOnListingChanged(ComparePhotos comparePhotos) {
        this.comparePhotos = comparePhotos;
    }

    @DomainEventHandler
    Mono<Void> on(ListingChanged event) {
        return comparePhotos.compare(new ListingId(event.listingId()));
    }
}
