package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.ListingEvents.ListingChanged;
import io.xunshi.platform.listing.ListingEvents.ListingModerated;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.ModerationCase;
import io.xunshi.platform.listing.domain.ModerationCase.Decision;
import io.xunshi.platform.listing.domain.ModerationCase.Kind;
import io.xunshi.platform.listing.domain.ModerationCase.Outcome;
import io.xunshi.platform.listing.domain.ModerationCase.RefusalReason;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.listing.storage.ModerationCaseRepository;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.TradeRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A moderator's decision and what follows from it, in one transaction. Of two moderators the first decides. */
@Component
public class DecideCase {
    /** Reasons that say something of the pictures themselves. */
    private static final Set<RefusalReason> FOREIGN =
            Set.of(RefusalReason.STOLEN, RefusalReason.COUNTERFEIT, RefusalReason.MISLEADING);

    private final ModerationCaseRepository cases;
    private final ListingRepository listings;
    private final PublishListing publishListing;
    private final HoldAgainstRules holdAgainstRules;
    private final ComparePhotos comparePhotos;
    private final TradeRules tradeRules;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    DecideCase(
            ModerationCaseRepository cases,
            ListingRepository listings,
            PublishListing publishListing,
            HoldAgainstRules holdAgainstRules,
            ComparePhotos comparePhotos,
            TradeRules tradeRules,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.cases = cases;
        this.listings = listings;
        this.publishListing = publishListing;
        this.holdAgainstRules = holdAgainstRules;
        this.comparePhotos = comparePhotos;
        this.tradeRules = tradeRules;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link ListingProblem#CASE_CLOSED}, {@link ListingProblem#NOT_YOURS_TO_DECIDE} or
     * {@link io.xunshi.platform.regulation.RegulationProblem#REFUSED}: what the rules forbid no moderator can allow.
     */
    @Transactional
    public Mono<ModerationCase> approve(AccountId moderator, UUID id) {
        var now = clock.instant();
        return decide(moderator, id, new Decision(Outcome.APPROVED, moderator, null, "", now))
                .delayUntil(decided -> listing(decided)
                        .delayUntil(listing ->
                                decided.isAbout(ComparePhotos.RULE) ? comparePhotos.judgeFree(listing) : Mono.empty())
                        .flatMap(listing -> switch (decided.kind()) {
                            case PUBLICATION ->
                                allowPublication(listing, now).flatMap(allowed -> tell(allowed, decided, true, now));
                            case EDIT ->
                                allowEdit(listing, decided, now).flatMap(allowed -> tell(allowed, decided, true, now));
                            // It was public all the while: nothing to tell.
                            case PHOTOS -> Mono.empty();
                        }));
    }

    /** @param remark for the owner; may be empty */
    @Transactional
    public Mono<ModerationCase> refuse(AccountId moderator, UUID id, RefusalReason reason, String remark) {
        var now = clock.instant();
        return decide(moderator, id, new Decision(Outcome.REFUSED, moderator, reason, remark.strip(), now))
                .delayUntil(decided -> listing(decided)
                        .delayUntil(listing -> saysThatPhotosAreForeign(decided, reason)
                                ? comparePhotos.judgeForeign(listing)
                                : Mono.empty())
                        .flatMap(listing -> switch (decided.kind()) {
                            case PUBLICATION -> refusePublication(listing, now);
                            // A question about its photos may have given way to the edit.
                            case EDIT -> comparePhotos.compare(listing.id()).thenReturn(listing);
                            case PHOTOS -> takeDown(listing, now);
                        })
                        .flatMap(listing -> tell(listing, decided, false, now)));
    }

    private Mono<ModerationCase> decide(AccountId moderator, UUID id, Decision decision) {
        return cases.decide(id, decision, moderator).switchIfEmpty(Mono.defer(() -> whyNot(moderator, id)));
    }

    private Mono<ModerationCase> whyNot(AccountId moderator, UUID id) {
        return cases.find(id)
                .switchIfEmpty(Mono.error(ListingProblem.CASE_NOT_FOUND::raise))
                .flatMap(found -> Mono.error(
                        isOf(moderator, found)
                                ? ListingProblem.NOT_YOURS_TO_DECIDE.raise()
                                : ListingProblem.CASE_CLOSED.raise()));
    }

    private static boolean isOf(AccountId moderator, ModerationCase found) {
        var appeal = found.appeal();
        return found.seller().equals(moderator)
                || appeal != null && appeal.decidedBy().equals(moderator);
    }

    private Mono<Listing> listing(ModerationCase decided) {
        return listings.findForUpdate(decided.listing()).switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise));
    }

    private Mono<Listing> allowPublication(Listing listing, Instant now) {
        return holdAgainstRules
                .checkNotRefused(listing, listing.offer())
                // It may have been somebody else's before, and free by now.
                .then(Mono.defer(() -> holdAgainstRules.offerDevice(listing)))
                .then(Mono.defer(() -> publishListing.putBeforeEverybody(listing, now)));
    }

    private Mono<Listing> refusePublication(Listing listing, Instant now) {
        return publishListing
                .backFromReview(listing, now)
                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise))
                .delayUntil(holdAgainstRules::takeBackDevice);
    }

    /** What is promised to somebody stays promised; should that come to nothing, its photos are compared again. */
    private Mono<Listing> takeDown(Listing listing, Instant now) {
        return publishListing
                .backFromEverybody(listing, now)
                .delayUntil(holdAgainstRules::takeBackDevice)
                .defaultIfEmpty(listing);
    }

    private static boolean saysThatPhotosAreForeign(ModerationCase decided, RefusalReason reason) {
        return decided.kind() == Kind.PHOTOS && FOREIGN.contains(reason);
    }

    private Mono<Listing> allowEdit(Listing listing, ModerationCase decided, Instant now) {
        if (!listing.isEditable()) {
            return Mono.error(ListingProblem.NOT_EDITABLE.raise());
        }
        Offer offer = listing.offer().saying(Objects.requireNonNull(decided.proposal(), "an edit proposes something"));
        return holdAgainstRules
                .checkNotRefused(listing, offer)
                .then(Mono.defer(() -> listings.edit(listing.id(), listing.seller(), listing.version(), offer, now)))
                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise))
                .delayUntil(edited -> listings.remember(edited.id(), edited.version(), edited.offer(), now))
                .delayUntil(edited -> events.publish(
                        new ListingChanged(ids.next(), now, edited.id().value(), edited.version())));
    }

    private Mono<Void> tell(Listing listing, ModerationCase decided, boolean isApproved, Instant now) {
        List<TradeRule> rules = decided.rules().stream()
                .map(tradeRules::find)
                .flatMap(Optional::stream)
                .toList();
        return events.publish(new ListingModerated(
                ids.next(),
                now,
                listing.id().value(),
                listing.version(),
                listing.seller(),
                listing.offer().title(),
                isApproved,
                rules.stream().map(TradeRule::titleZh).collect(Collectors.joining("、")),
                rules.stream().map(TradeRule::titleEn).collect(Collectors.joining(", "))));
    }
}
