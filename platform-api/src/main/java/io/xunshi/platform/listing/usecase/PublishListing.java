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
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.regulation.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts a listing before everybody, or before a moderator where the rules want that, and takes it back. */
@Component
public class PublishListing {
    private final ListingRepository listings;
    private final HoldAgainstRules holdAgainstRules;
    private final QueueForModeration queue;
    private final Photos photos;
    private final Catalog catalog;
    private final OfferRules rules;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PublishListing(
            ListingRepository listings,
            HoldAgainstRules holdAgainstRules,
            QueueForModeration queue,
            Photos photos,
            Catalog catalog,
            Devices devices,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.listings = listings;
        this.holdAgainstRules = holdAgainstRules;
        this.queue = queue;
        this.photos = photos;
        this.catalog = catalog;
        rules = new OfferRules(catalog, devices::areIn);
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * From draft or withdrawn; names every fault at once. A listing without a place gets its district's centre. What
     * the trade rules forbid is refused with the rule named; what they leave open is {@link ListingState#IN_REVIEW}.
     */
    @Transactional
    public Mono<Listing> publish(AccountId owner, ListingId id) {
        var now = clock.instant();
        return judged(owner, id, rules::faultsOfReport, (listing, verdict) -> follow(verdict, listing, now));
    }

    /**
     * The same for a thing that people of the platform have in their hands: they have looked at what the rules leave
     * open, and it is published.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Listing> publishInspected(AccountId owner, ListingId id) {
        var now = clock.instant();
        return judged(owner, id, inspected -> List.of(), (listing, verdict) -> switch (verdict) {
            case Verdict.Allowed allowed -> putBeforeEverybody(listing, now);
            case Verdict.NeedsReview open -> putBeforeEverybody(listing, now);
            case Verdict.Refused refused -> Mono.error(TradeRules.refusal(refused.rules()));
        });
    }

    private Mono<Listing> judged(
            AccountId owner,
            ListingId id,
            Function<Offer, List<FieldFault>> faultsOfReport,
            BiFunction<Listing, Verdict, Mono<Listing>> follow) {
        return own(owner, id)
                .delayUntil(listing -> checkPublishable(listing, faultsOfReport))
                .flatMap(this::placed)
                .delayUntil(holdAgainstRules::offerDevice)
                .flatMap(listing -> holdAgainstRules
                        .judge(listing, listing.offer())
                        .flatMap(verdict -> follow.apply(listing, verdict)));
    }

    /** From published, or from the moderators' queue: what is promised to somebody cannot be taken back. */
    @Transactional
    public Mono<Listing> withdraw(AccountId owner, ListingId id) {
        var now = clock.instant();
        return own(owner, id)
                .delayUntil(listing -> queue.withdraw(id, now))
                .flatMap(listing -> listing.state() == ListingState.IN_REVIEW
                        ? backFromReview(listing, now)
                        : backFromEverybody(listing, now))
                .switchIfEmpty(Mono.error(ListingProblem.WRONG_STATE::raise))
                .delayUntil(holdAgainstRules::takeBackDevice);
    }

    /** From a state that its rules allow, in the caller's transaction and without asking the rules again. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Listing> putBeforeEverybody(Listing listing, Instant now) {
        var id = listing.id();
        return listings.move(id, listing.seller(), listing.state(), ListingState.PUBLISHED, now)
                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise))
                .delayUntil(published -> listings.remember(id, published.version(), published.offer(), now))
                .delayUntil(published -> events.publish(new ListingPublished(
                        ids.next(),
                        now,
                        id.value(),
                        published.version(),
                        published.seller(),
                        published.offer().gift() != null)));
    }

    /** To where it was before its owner wanted it public; empty where it is not in review. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Listing> backFromReview(Listing listing, Instant now) {
        var before = listing.publishedAt() == null ? ListingState.DRAFT : ListingState.WITHDRAWN;
        return listings.move(listing.id(), listing.seller(), ListingState.IN_REVIEW, before, now);
    }

    private Mono<Listing> follow(Verdict verdict, Listing listing, Instant now) {
        return switch (verdict) {
            case Verdict.Allowed allowed -> putBeforeEverybody(listing, now);
            case Verdict.NeedsReview open -> queue.publication(listing, open.rules(), now);
            case Verdict.Refused refused -> Mono.error(TradeRules.refusal(refused.rules()));
        };
    }

    /** From published; empty where it is not. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Listing> backFromEverybody(Listing listing, Instant now) {
        var id = listing.id();
        return listings.move(id, listing.seller(), ListingState.PUBLISHED, ListingState.WITHDRAWN, now)
                .delayUntil(withdrawn ->
                        events.publish(new ListingWithdrawn(ids.next(), now, id.value(), withdrawn.version())));
    }

    private Mono<Listing> own(AccountId owner, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(listing -> !listing.managed())
                .switchIfEmpty(Mono.error(ListingProblem.MANAGED::raise));
    }

    private Mono<Void> checkPublishable(Listing listing, Function<Offer, List<FieldFault>> faultsOfReport) {
        if (!listing.state().isPublishable()) {
            return Mono.error(ListingProblem.WRONG_STATE.raise());
        }
        return photos.findOwn(listing.offer().photos(), listing.seller())
                .count()
                .map(ready -> Stream.concat(
                                rules.faultsOfPublication(listing.offer(), ready.intValue()).stream(),
                                faultsOfReport.apply(listing.offer()).stream())
                        .toList())
                .map(faults -> faults.isEmpty() ? rules.faultsOfNothingLeft(listing) : faults)
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
