package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.ModerationCase;
import io.xunshi.platform.listing.domain.ModerationCase.Appeal;
import io.xunshi.platform.listing.domain.ModerationCase.Decision;
import io.xunshi.platform.listing.domain.ModerationCase.Kind;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.listing.storage.ModerationCaseRepository;
import io.xunshi.platform.regulation.TradeRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts what the rules leave open before a moderator, and a refusal before another one. */
@Component
public class QueueForModeration {
    private final ModerationCaseRepository cases;
    private final ListingRepository listings;
    private final HoldAgainstRules holdAgainstRules;
    private final IdGenerator ids;
    private final Clock clock;

    QueueForModeration(
            ModerationCaseRepository cases,
            ListingRepository listings,
            HoldAgainstRules holdAgainstRules,
            IdGenerator ids,
            Clock clock) {
        this.cases = cases;
        this.listings = listings;
        this.holdAgainstRules = holdAgainstRules;
        this.ids = ids;
        this.clock = clock;
    }

    /** Once, to another moderator, while the listing says what was refused. */
    @Transactional
    public Mono<ModerationCase> appeal(AccountId owner, ListingId id, String words) {
        return listings.findForUpdate(id)
                .filter(listing -> listing.seller().equals(owner))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(listing -> cases.findLatest(id)
                        .filter(refused -> mayAppeal(listing, refused))
                        .switchIfEmpty(Mono.error(ListingProblem.NOTHING_TO_APPEAL::raise))
                        .flatMap(refused -> appeal(listing, refused, words.strip())));
    }

    /** The listing is nobody else's business until a moderator agrees. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Listing> publication(Listing listing, List<TradeRule> rules, Instant now) {
        return toReview(listing, now)
                .delayUntil(
                        waiting -> cases.open(opened(waiting, Kind.PUBLICATION, null, referencesOf(rules), null, now)));
    }

    /** The listing stays as it is; what its owner would rather say replaces an earlier wish. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> edit(Listing listing, Offer proposal, List<TradeRule> rules, Instant now) {
        return cases.withdraw(listing.id(), now)
                .then(Mono.defer(
                        () -> cases.open(opened(listing, Kind.EDIT, proposal, referencesOf(rules), null, now))));
    }

    /** The listing stays as it is; nothing where a moderator is asked about it already. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> photos(Listing listing, List<TradeRule> rules, Instant now) {
        return cases.openUnlessOpen(opened(listing, Kind.PHOTOS, null, referencesOf(rules), null, now));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> withdraw(ListingId listing, Instant now) {
        return cases.withdraw(listing, now);
    }

    private Mono<ModerationCase> appeal(Listing listing, ModerationCase refused, String words) {
        var now = clock.instant();
        var against = Objects.requireNonNull(decisionOf(refused).moderator(), "a refusal without a moderator");
        var appeal = new Appeal(refused.id(), against, words);
        return (refused.kind() == Kind.EDIT ? Mono.just(listing) : toReview(listing, now))
                .delayUntil(
                        waiting -> refused.kind() == Kind.EDIT ? Mono.empty() : holdAgainstRules.offerDevice(waiting))
                .map(waiting ->
                        opened(waiting, kindOfAppeal(refused), refused.proposal(), refused.rules(), appeal, now))
                .delayUntil(cases::open);
    }

    private Mono<Listing> toReview(Listing listing, Instant now) {
        return listings.move(listing.id(), listing.seller(), listing.state(), ListingState.IN_REVIEW, now)
                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise));
    }

    private static boolean mayAppeal(Listing listing, ModerationCase refused) {
        return refused.mayBeAppealed()
                && switch (refused.kind()) {
                    // The refusal itself made the next version.
                    case PUBLICATION -> listing.state().isPublishable() && listing.version() == refused.version() + 1;
                    case EDIT -> listing.state() == ListingState.PUBLISHED;
                    // The refusal took it from everybody.
                    case PHOTOS -> listing.state() == ListingState.WITHDRAWN;
                };
    }

    /** What was taken from everybody asks to be public again. */
    private static Kind kindOfAppeal(ModerationCase refused) {
        return switch (refused.kind()) {
            case PUBLICATION, PHOTOS -> Kind.PUBLICATION;
            case EDIT -> Kind.EDIT;
        };
    }

    private ModerationCase opened(
            Listing listing,
            Kind kind,
            @Nullable Offer proposal,
            List<String> rules,
            @Nullable Appeal appeal,
            Instant now) {
        return new ModerationCase(
                ids.next(),
                listing.id(),
                listing.seller(),
                kind,
                listing.version(),
                proposal,
                rules,
                appeal,
                now,
                null);
    }

    private static Decision decisionOf(ModerationCase refused) {
        return Objects.requireNonNull(refused.decision(), "an open case is not appealed");
    }

    private static List<String> referencesOf(List<TradeRule> rules) {
        return rules.stream().map(TradeRule::reference).toList();
    }
}
