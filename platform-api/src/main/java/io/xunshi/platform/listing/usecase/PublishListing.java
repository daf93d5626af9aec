package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.District;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.ListingEvents.ListingPublished;
import io.xunshi.platform.listing.ListingEvents.ListingWithdrawn;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.domain.OfferRules;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.media.Photos;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts a listing before everybody, and takes it back. */
@Component
public class PublishListing {
    private final ListingRepository listings;
    private final Photos photos;
    private final Catalog catalog;
    private final OfferRules rules;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PublishListing(
            ListingRepository listings,
            Photos photos,
            Catalog catalog,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.listings = listings;
        this.photos = photos;
        this.catalog = catalog;
        rules = new OfferRules(catalog);
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** From draft or withdrawn; names every fault at once. A listing without a place gets its district's centre. */
    @Transactional
    public Mono<Listing> publish(AccountId owner, ListingId id) {
        var now = clock.instant();
        return own(owner, id)
                .delayUntil(this::checkPublishable)
                .flatMap(this::placed)
                .flatMap(listing -> listings.move(id, owner, listing.state(), ListingState.PUBLISHED, now))
                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise))
                .delayUntil(published -> listings.remember(id, published.version(), published.offer(), now))
                .delayUntil(published ->
                        events.publish(new ListingPublished(ids.next(), now, id.value(), published.version())));
    }

    /** From published only: what is promised to somebody cannot be taken back. */
    @Transactional
    public Mono<Listing> withdraw(AccountId owner, ListingId id) {
        Instant now = clock.instant();
        return own(owner, id)
                .then(listings.move(id, owner, ListingState.PUBLISHED, ListingState.WITHDRAWN, now))
                .switchIfEmpty(Mono.error(ListingProblem.WRONG_STATE::raise))
                .delayUntil(withdrawn ->
                        events.publish(new ListingWithdrawn(ids.next(), now, id.value(), withdrawn.version())));
    }

    private Mono<Listing> own(AccountId owner, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filterWhen(listing -> listings.isManaged(id).map(managed -> !managed))
                .switchIfEmpty(Mono.error(ListingProblem.MANAGED::raise));
    }

    private Mono<Void> checkPublishable(Listing listing) {
        if (!listing.state().next().contains(ListingState.PUBLISHED) || listing.state() == ListingState.RESERVED) {
            return Mono.error(ListingProblem.WRONG_STATE.raise());
        }
        return photos.findOwn(listing.offer().photos(), listing.seller())
                .count()
                .map(ready -> rules.faultsOfPublication(listing.offer(), ready.intValue()))
                .filter(faults -> !faults.isEmpty())
                .flatMap(faults -> Mono.error(FieldFault.refuse(faults)));
    }

    private Mono<Listing> placed(Listing listing) {
        if (listing.offer().place() != null) {
            return Mono.just(listing);
        }
        var offer = listing.offer().at(centreOf(listing.offer()));
        return listings.edit(listing.id(), listing.seller(), listing.version(), offer, clock.instant())
                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise));
    }

    private Place centreOf(Offer offer) {
        var code = offer.districtCode();
        return catalog.district(code == null ? "" : code)
                .map(PublishListing::centreOf)
                .orElseThrow(() -> new IllegalStateException("Publication was checked without a district"));
    }

    private static Place centreOf(District district) {
        return new Place(district.lat(), district.lon());
    }
}
