package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import io.xunshi.platform.listing.ListingEvents.ListingWithdrawn;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.ManagedListings;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.storage.ListingRepository;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Does what a seller does, for a module that keeps the listing for somebody else. */
@Component
class KeepManagedListings implements ManagedListings {
    private final DraftListing draftListing;
    private final PublishListing publishListing;
    private final ListingRepository repository;
    private final Listings listings;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    KeepManagedListings(
            DraftListing draftListing,
            PublishListing publishListing,
            ListingRepository repository,
            Listings listings,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.draftListing = draftListing;
        this.publishListing = publishListing;
        this.repository = repository;
        this.listings = listings;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<ListingView> offer(AccountId seller, NewOffer offer) {
        return draftListing
                .draft(seller, said(offer))
                .flatMap(draft -> publishListing.publishInspected(seller, draft.id()))
                .delayUntil(published -> repository.manage(published.id()))
                .flatMap(published -> listings.find(published.id()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Boolean> reprice(ListingId id, Money price) {
        var now = clock.instant();
        return repository
                .findForUpdate(id)
                .filter(listing -> listing.state() == ListingState.PUBLISHED)
                .flatMap(listing -> repository.edit(
                        id, listing.seller(), listing.version(), listing.offer().pricedAt(price), now))
                .delayUntil(edited -> remember(edited, now))
                .hasElement();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Boolean> withdraw(ListingId id) {
        var now = clock.instant();
        return repository.findForUpdate(id).flatMap(listing -> switch (listing.state()) {
            case PUBLISHED -> withdraw(listing, now).thenReturn(true);
            case DRAFT, IN_REVIEW, WITHDRAWN -> Mono.just(true);
            case RESERVED, SOLD -> Mono.just(false);
        });
    }

    private Mono<Void> withdraw(Listing listing, Instant now) {
        return repository
                .move(listing.id(), listing.seller(), ListingState.PUBLISHED, ListingState.WITHDRAWN, now)
                .flatMap(withdrawn -> events.publish(
                        new ListingWithdrawn(ids.next(), now, withdrawn.id().value(), withdrawn.version())));
    }

    private Mono<Void> remember(Listing edited, Instant now) {
        return repository
                .remember(edited.id(), edited.version(), edited.offer(), now)
                .then(events.publish(
                        new ListingChanged(ids.next(), now, edited.id().value(), edited.version())));
    }

    private static Offer said(NewOffer offer) {
        return new Offer(
                offer.title(),
                offer.description(),
                offer.categoryCode(),
                offer.attributes(),
                offer.conditionCode(),
                offer.price(),
                offer.districtCode(),
                offer.place(),
                offer.photos(),
                true,
                null,
                null,
                null,
                null,
                null,
                offer.report());
    }
}
