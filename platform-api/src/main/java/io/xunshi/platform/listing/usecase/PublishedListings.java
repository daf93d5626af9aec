package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.Appraisals;
import io.xunshi.platform.listing.DayRange;
import io.xunshi.platform.listing.ListingEvents.ListingReleased;
import io.xunshi.platform.listing.ListingEvents.ListingReserved;
import io.xunshi.platform.listing.ListingEvents.ListingSold;
import io.xunshi.platform.listing.ListingEvents.ListingStockChanged;
import io.xunshi.platform.listing.ListingEvents.ListingWithdrawn;
import io.xunshi.platform.listing.ListingFilter;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.Proofs;
import io.xunshi.platform.listing.Reservation;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.storage.HoldRepository;
import io.xunshi.platform.listing.storage.HoldRepository.GivenBack;
import io.xunshi.platform.listing.storage.HoldRepository.Taken;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.Devices.Device;
import io.xunshi.platform.regulation.WipeRecord;
import io.xunshi.platform.regulation.WipeRecord.Verification;
import io.xunshi.platform.vehicle.Vehicles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers other modules, and lets them take and give back the lock on an item inside their own transactions. */
@Component
class PublishedListings implements Listings {
    private final ListingRepository listings;
    private final HoldRepository holds;
    private final Devices devices;
    private final Vehicles vehicles;
    private final Appraisals appraisals;
    private final Photos photos;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PublishedListings(
            ListingRepository listings,
            HoldRepository holds,
            Devices devices,
            Vehicles vehicles,
            Appraisals appraisals,
            Photos photos,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.listings = listings;
        this.holds = holds;
        this.devices = devices;
        this.vehicles = vehicles;
        this.appraisals = appraisals;
        this.photos = photos;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<ListingView> find(ListingId id) {
        return findAll(List.of(id)).next();
    }

    @Override
    public Flux<ListingView> findAll(Collection<ListingId> wanted) {
        return wanted.isEmpty() ? Flux.empty() : views(listings.findAll(wanted));
    }

    @Override
    public Mono<Boolean> isOf(ListingId id, AccountId person) {
        return listings.find(id).map(listing -> listing.seller().equals(person)).defaultIfEmpty(false);
    }

    @Override
    public Mono<Boolean> isKeptBy(ListingId id, AccountId person) {
        return listings.find(id)
                .map(listing -> listing.seller().equals(person) && !listing.managed())
                .defaultIfEmpty(false);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<ListingView> reserve(ListingId id, AccountId buyer, UUID holder) {
        return reserve(id, buyer, holder, 1);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<ListingView> reserve(ListingId id, AccountId buyer, UUID holder, int pieces) {
        var now = clock.instant();
        return holds.letGoOfPast(id, today(), now)
                .then(holds.take(id, buyer, holder, pieces, now))
                .flatMap(taken -> reserved(id, taken, now));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<ListingView> promiseGift(ListingId id, AccountId receiver, UUID holder) {
        var now = clock.instant();
        return holds.letGoOfPast(id, today(), now)
                .then(holds.takeAsGift(id, receiver, holder, now))
                .flatMap(taken -> reserved(id, taken, now));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> handOn(ListingId id, UUID holder, AccountId next) {
        return holds.handOn(id, holder, next).then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> keep(ListingId id, UUID holder) {
        return giveBack(id, holder, ListingState.WITHDRAWN);
    }

    private Mono<ListingView> reserved(ListingId id, Taken taken, Instant now) {
        return events.publish(
                        taken.isAll()
                                ? new ListingReserved(ids.next(), now, id.value(), taken.version())
                                : new ListingStockChanged(ids.next(), now, id.value(), taken.version()))
                .then(Mono.defer(() -> find(id)))
                .flatMap(this::withProofs);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<List<ListingView>> reserveAll(Map<ListingId, AccountId> receivers, UUID holder) {
        var wanted = receivers.keySet();
        return letGoOfPast(wanted)
                .thenMany(holds.lockInOrder(wanted))
                .collectList()
                .delayUntil(locked -> checkAllFree(wanted))
                .delayUntil(locked ->
                        findAll(locked).concatMap(listing -> checkHandover(listing.id(), listing.categoryCode())))
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> reserveForSwap(id, Objects.requireNonNull(receivers.get(id)), holder))
                .collectList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Reservation> reserveTogether(AccountId buyer, Map<ListingId, UUID> holders) {
        return letGoOfPast(holders.keySet())
                .thenMany(holds.lockInOrder(holders.keySet()))
                .collectList()
                .flatMap(locked -> holds.free(locked).collectList().flatMap(free -> {
                    var gone = holders.keySet().stream()
                            .filter(id -> !free.contains(id))
                            .toList();
                    return gone.isEmpty()
                            ? reserveEach(locked, buyer, holders)
                            : Mono.just(new Reservation(List.of(), gone));
                }));
    }

    /** Two listings can be of one thing: then the second is not to be had, though both were free. */
    private Mono<Reservation> reserveEach(List<ListingId> locked, AccountId buyer, Map<ListingId, UUID> holders) {
        return Flux.fromIterable(locked)
                .concatMap(id -> reserve(id, buyer, Objects.requireNonNull(holders.get(id)), 1)
                        .switchIfEmpty(Mono.error(ListingProblem.NOT_AVAILABLE::raise)))
                .collectList()
                .map(held -> new Reservation(held, List.of()));
    }

    @Override
    public Mono<Void> checkAllFree(Collection<ListingId> ids) {
        return holds.titlesOfTaken(ids)
                .next()
                .flatMap(title -> Mono.error(ListingProblem.ONE_NOT_AVAILABLE.raise(title)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> endAll(UUID holder, Collection<ListingId> released, Collection<ListingId> gone) {
        var ended = Stream.concat(released.stream(), gone.stream()).toList();
        return holds.lockInOrder(ended)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> giveBack(id, holder, gone.contains(id) ? ListingState.SOLD : ListingState.PUBLISHED))
                .then();
    }

    @Override
    public Flux<ListingView> openToSwap(int limit) {
        return views(listings.openToSwap(limit));
    }

    /** All of a kind before any listing is locked, in the same order: so a sale of one of them cannot cross it. */
    private Mono<Void> letGoOfPast(Collection<ListingId> ids) {
        return holds.inOrder(ids)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> holds.letGoOfPast(id, today(), clock.instant()))
                .then();
    }

    private Mono<ListingView> reserveForSwap(ListingId id, AccountId receiver, UUID holder) {
        var now = clock.instant();
        return holds.takeForSwap(id, receiver, holder, now)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Locked and free, yet not to be had: " + id)))
                .flatMap(taken -> reserved(id, taken, now));
    }

    @Override
    public Mono<Void> checkHandover(ListingId id, String categoryCode) {
        return devices.areIn(categoryCode) ? find(id).flatMap(this::checkDevice) : Mono.empty();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> release(ListingId id, UUID holder) {
        return giveBack(id, holder, ListingState.PUBLISHED);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> markSold(ListingId id, UUID holder) {
        return giveBack(id, holder, ListingState.SOLD);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<ListingView> book(ListingId id, AccountId tenant, UUID holder, DayRange days) {
        return holds.takeDays(id, tenant, holder, days, clock.instant())
                .filter(taken -> taken)
                .flatMap(taken -> find(id));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> releaseDays(ListingId id, UUID holder) {
        return holds.giveBackDays(id, holder, clock.instant());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> endBooking(ListingId id, UUID holder, LocalDate returnedOn) {
        return holds.endDays(id, holder, returnedOn, clock.instant());
    }

    @Override
    public Flux<DayRange> busyDays(ListingId id, DayRange between) {
        return holds.busyDays(id, between, today());
    }

    @Override
    public Flux<ListingView> publishedAfter(@Nullable ListingId after, int limit) {
        return views(listings.publishedAfter(after, limit));
    }

    @Override
    public Flux<ListingView> publishedOf(Collection<AccountId> sellers, int limit) {
        return sellers.isEmpty() ? Flux.empty() : views(listings.publishedOf(sellers, limit));
    }

    @Override
    public Flux<ListingView> latestPublished(ListingFilter filter, int limit) {
        return views(listings.latestPublished(filter, limit));
    }

    private Mono<Void> giveBack(ListingId id, UUID holder, ListingState next) {
        return holds.giveBack(id, holder, next, clock.instant())
                .delayUntil(this::takeBackSold)
                .flatMap(given -> events.publish(news(id, given, next)));
    }

    /** The next owner may offer the device. */
    private Mono<Void> takeBackSold(GivenBack given) {
        return given.state() == ListingState.SOLD && devices.areIn(given.categoryCode())
                ? devices.takeBack(given.itemId())
                : Mono.empty();
    }

    private Mono<ListingView> withProofs(ListingView listing) {
        return devices.areIn(listing.categoryCode())
                ? checkDevice(listing).then(Mono.defer(() -> proofsOf(listing))).map(listing::with)
                : withAppraisal(Proofs.NONE, listing).map(listing::with);
    }

    private Mono<Proofs> proofsOf(ListingView listing) {
        return devices.find(listing.itemId())
                .map(device -> new Proofs(certificateOf(device).orElse(null), null, null))
                .flatMap(proofs -> vehicles.find(listing.itemId(), listing.categoryCode(), listing.attributes())
                        .map(proofs::withVehicle)
                        .defaultIfEmpty(proofs))
                .flatMap(proofs -> withAppraisal(proofs, listing));
    }

    private Mono<Proofs> withAppraisal(Proofs proofs, ListingView listing) {
        return appraisals.find(listing).map(proofs::withAppraisal).defaultIfEmpty(proofs);
    }

    private Mono<Void> checkDevice(ListingView listing) {
        return devices.checkHandover(listing.itemId(), listing.seller(), listing.categoryCode());
    }

    private static Optional<String> certificateOf(Device device) {
        return Optional.ofNullable(device.wipeRecord())
                .filter(WipeRecord::isVerified)
                .flatMap(record -> Optional.ofNullable(record.verification()))
                .map(Verification::certificateSha256);
    }

    private DomainEvent news(ListingId id, GivenBack given, ListingState wanted) {
        var now = clock.instant();
        var version = given.version();
        return switch (given.newsOf(wanted)) {
            case SOLD -> new ListingSold(ids.next(), now, id.value(), version);
            case OFFERED_AGAIN -> new ListingReleased(ids.next(), now, id.value(), version, given.buyer());
            case TAKEN_BACK -> new ListingWithdrawn(ids.next(), now, id.value(), version);
            case COUNTED -> new ListingStockChanged(ids.next(), now, id.value(), version);
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private Flux<ListingView> views(Flux<Listing> found) {
        return found.collectList()
                .flatMapMany(several -> photosOf(several)
                        .flatMapIterable(pictures -> several.stream()
                                .map(listing -> view(listing, pictures))
                                .toList()));
    }

    private Mono<Map<PhotoId, PhotoView>> photosOf(List<Listing> several) {
        return photos.find(several.stream()
                        .flatMap(listing -> listing.offer().photos().stream())
                        .toList())
                .collectMap(PhotoView::id);
    }

    private static ListingView view(Listing listing, Map<PhotoId, PhotoView> pictures) {
        var offer = listing.offer();
        return new ListingView(
                listing.id(),
                listing.code(),
                listing.itemId(),
                listing.seller(),
                listing.state(),
                offer.title(),
                offer.description(),
                Objects.requireNonNull(offer.categoryCode()),
                offer.attributes(),
                Objects.requireNonNull(offer.conditionCode()),
                Objects.requireNonNull(offer.price()),
                Objects.requireNonNull(offer.districtCode()),
                Objects.requireNonNull(offer.place()),
                offer.photos().stream()
                        .map(pictures::get)
                        .filter(Objects::nonNull)
                        .toList(),
                offer.forSale(),
                offer.rental(),
                offer.swap(),
                offer.gift(),
                offer.shipping(),
                listing.left(),
                offer.report(),
                listing.version(),
                listing.createdAt(),
                listing.publishedAt(),
                listing.updatedAt(),
                Proofs.NONE);
    }
}
