package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.listing.ListingEvents.ListingReserved;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.domain.OfferRules;
import io.xunshi.platform.listing.domain.RoughPlaces;
import io.xunshi.platform.listing.storage.HoldRepository;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.regulation.Verdict;
import io.xunshi.platform.vehicle.Vehicles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Writes and rewrites what a listing says. An edit names the version it was made on; a stale one changes nothing. */
@Component
public class DraftListing {
    private final ListingRepository listings;
    private final HoldRepository holds;
    private final Photos photos;
    private final HoldAgainstRules holdAgainstRules;
    private final QueueForModeration queue;
    private final Devices devices;
    private final Vehicles vehicles;
    private final OfferRules rules;
    private final RoughPlaces roughPlaces;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    DraftListing(
            ListingRepository listings,
            HoldRepository holds,
            HoldAgainstRules holdAgainstRules,
            QueueForModeration queue,
            Devices devices,
            Vehicles vehicles,
            Photos photos,
            Catalog catalog,
            ListingSettings settings,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.listings = listings;
        this.holds = holds;
        this.holdAgainstRules = holdAgainstRules;
        this.queue = queue;
        this.devices = devices;
        this.vehicles = vehicles;
        this.photos = photos;
        rules = new OfferRules(catalog, devices::areIn);
        roughPlaces = new RoughPlaces(settings.placeSecretBytes());
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new item with a draft over it. */
    @Transactional
    public Mono<Listing> draft(AccountId owner, Offer offer) {
        var faults = rules.faultsOfDraft(offer);
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        var draft = newDraft(owner, offer);
        return listings.addDraft(draft)
                .then(photos.keep(draft.offer().photos(), owner))
                .thenReturn(draft);
    }

    /**
     * Raises {@link HttpProblem#STALE}, {@link ListingProblem#NOT_EDITABLE} or {@link ListingProblem#NOT_FOUND}. Where
     * a public listing would say something that the trade rules leave open, only its terms change: what it would say
     * waits for a moderator, and everybody reads what was approved.
     */
    @Transactional
    public Mono<Listing> edit(AccountId owner, ListingId id, long version, Offer offer) {
        var now = clock.instant();
        return own(owner, id)
                .flatMap(current -> checked(current, version, offer)
                        .flatMap(said -> allowed(current, said, now))
                        .flatMap(said -> listings.edit(id, owner, version, said, now))
                        .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                        .delayUntil(edited -> remember(edited, now))
                        .delayUntil(edited -> tellWhetherOffered(current, edited, now)));
    }

    /** Drafts only; what was public is withdrawn, not deleted. */
    @Transactional
    public Mono<Void> delete(AccountId owner, ListingId id) {
        return own(owner, id)
                .delayUntil(draft -> listings.deleteDraft(id, owner)
                        .filter(deleted -> deleted)
                        .switchIfEmpty(Mono.error(ListingProblem.WRONG_STATE::raise)))
                .flatMap(draft -> devices.forget(draft.itemId()).then(vehicles.forget(draft.itemId())));
    }

    private Mono<Listing> own(AccountId owner, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(listing -> !listing.managed())
                .switchIfEmpty(Mono.error(ListingProblem.MANAGED::raise));
    }

    private Mono<Offer> checked(Listing current, long version, Offer offer) {
        if (!current.isEditable()) {
            return Mono.error(ListingProblem.NOT_EDITABLE.raise());
        }
        if (current.version() != version) {
            return Mono.error(HttpProblem.STALE.raise());
        }
        var said = offer.at(placeOf(current, offer));
        return photos.findOwn(said.photos(), current.seller())
                .count()
                .map(ready -> faultsOf(current, said, ready.intValue()))
                .flatMap(faults -> withPromises(faults, current, said))
                .flatMap(faults -> faults.isEmpty() ? Mono.just(said) : Mono.error(FieldFault.refuse(faults)));
    }

    /** What may be said now: all of it, or what is said already under the new terms. */
    private Mono<Offer> allowed(Listing current, Offer said, Instant now) {
        return !current.isBeforeEverybody() || said.saysTheSameAs(current.offer())
                ? Mono.just(said)
                : holdAgainstRules.judge(current, said).flatMap(verdict -> switch (verdict) {
                    case Verdict.Allowed free ->
                        queue.withdraw(current.id(), now).thenReturn(said);
                    case Verdict.NeedsReview open ->
                        queue.edit(current, said, open.rules(), now).thenReturn(said.saying(current.offer()));
                    case Verdict.Refused refused -> Mono.error(TradeRules.refusal(refused.rules()));
                });
    }

    /** What was public once keeps its place where the edit names none. */
    private @Nullable Place placeOf(Listing current, Offer offer) {
        var before = current.offer().place();
        return offer.place() == null && current.state() != ListingState.DRAFT
                ? before
                : roughPlaces.of(current.itemId(), offer.place(), before);
    }

    private List<FieldFault> faultsOf(Listing current, Offer said, int photosReady) {
        if (current.state() == ListingState.DRAFT) {
            return rules.faultsOfDraft(said);
        }
        var faults = rules.faultsOfPublication(said, photosReady);
        return said.reportsTheSameAs(current.offer())
                ? faults
                : Stream.concat(faults.stream(), rules.faultsOfReport(said).stream())
                        .toList();
    }

    /** What was offered as one and is promised for some days cannot become a stock meanwhile. */
    private Mono<List<FieldFault>> withPromises(List<FieldFault> faults, Listing current, Offer said) {
        var all = Stream.concat(faults.stream(), rules.faultsOfPromises(said, current).stream())
                .toList();
        return said.stock() == null || current.offer().stock() != null
                ? Mono.just(all)
                : holds.isPromised(current.itemId(), LocalDate.ofInstant(clock.instant(), CityTime.ZONE))
                        .map(isPromised -> isPromised
                                ? Stream.concat(all.stream(), Stream.of(OfferRules.STOCK_WHILE_LENT))
                                        .toList()
                                : all);
    }

    /** A stock of which nothing is left any more, or something again. */
    private Mono<Void> tellWhetherOffered(Listing before, Listing edited, Instant now) {
        var id = edited.id().value();
        if (before.state() == edited.state()) {
            return Mono.empty();
        }
        return events.publish(
                edited.state() == ListingState.PUBLISHED
                        ? new ListingReleased(ids.next(), now, id, edited.version(), null)
                        : new ListingReserved(ids.next(), now, id, edited.version()));
    }

    private Mono<Void> remember(Listing edited, Instant now) {
        var kept = photos.keep(edited.offer().photos(), edited.seller());
        return edited.state() == ListingState.DRAFT
                ? kept
                : kept.then(listings.remember(edited.id(), edited.version(), edited.offer(), now))
                        .then(events.publish(
                                new ListingChanged(ids.next(), now, edited.id().value(), edited.version())));
    }

    private Listing newDraft(AccountId owner, Offer offer) {
        var id = ids.next();
        var item = ids.next();
        var now = clock.instant();
        return new Listing(
                new ListingId(id),
                ShortCode.of('L', id),
                item,
                owner,
                ListingState.DRAFT,
                offer.at(roughPlaces.of(item, offer.place(), null)),
                1,
                now,
                null,
                now,
                false,
                0);
    }
}
