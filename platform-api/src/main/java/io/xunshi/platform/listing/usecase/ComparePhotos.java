package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.domain.PhotoMatch;
import io.xunshi.platform.listing.storage.ListingRepository;
import io.xunshi.platform.media.Lookalikes;
import io.xunshi.platform.media.Lookalikes.Lookalike;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.regulation.PhotoSign;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks whether photos of a listing are somebody else's. It stays public meanwhile: most that are alike are innocent,
 * and a moderator sees both.
 */
@Component
public class ComparePhotos {
    /** The rule that leaves it open. */
    static final String RULE = "photo-of-another";

    private final ListingRepository listings;
    private final HoldAgainstRules holdAgainstRules;
    private final QueueForModeration queue;
    private final Lookalikes lookalikes;
    private final Clock clock;

    ComparePhotos(
            ListingRepository listings,
            HoldAgainstRules holdAgainstRules,
            QueueForModeration queue,
            Lookalikes lookalikes,
            Clock clock) {
        this.listings = listings;
        this.holdAgainstRules = holdAgainstRules;
        this.queue = queue;
        this.lookalikes = lookalikes;
        this.clock = clock;
    }

    /**
     * Asks a moderator where the rules want that; does nothing for a listing about which one is asked already. Things
     * that people of the platform have in their hands are not in question.
     */
    @Transactional
    public Mono<Void> compare(ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.state() == ListingState.PUBLISHED && !listing.managed())
                .filterWhen(this::showsWhatAnotherShows)
                // What was changed meanwhile has an event of its own.
                .flatMap(listing -> listings.findForUpdate(id).filter(held -> held.version() == listing.version()))
                .flatMap(this::ask);
    }

    /** Photos of others' listings, on offer now or refused before, that are the same and were there first. */
    Mono<List<PhotoMatch>> matchesOf(Offer offer, AccountId seller) {
        return lookalikes
                .find(offer.photos(), seller)
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> listings.findShowing(othersOf(found), seller)
                        .collectList()
                        .map(showing -> matches(found, showing)))
                .defaultIfEmpty(List.of());
    }

    /** Anybody may show the pictures that were in question. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> judgeFree(Listing listing) {
        return matchesOf(listing.offer(), listing.seller())
                .map(ComparePhotos::photosOf)
                // Those from whom it was copied may have left the market before an appeal is decided.
                .flatMapMany(Flux::fromIterable)
                .concatWith(lookalikes.findJudgedForeign(listing.offer().photos(), listing.seller()))
                .collect(Collectors.toSet())
                .flatMap(lookalikes::judgeFree);
    }

    /** The pictures belong to those who took them in first. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> judgeForeign(Listing listing) {
        return matchesOf(listing.offer(), listing.seller())
                .map(ComparePhotos::photosOf)
                .flatMap(lookalikes::judgeForeign);
    }

    private Mono<Boolean> showsWhatAnotherShows(Listing listing) {
        return matchesOf(listing.offer(), listing.seller()).map(matches -> !matches.isEmpty());
    }

    private Mono<Void> ask(Listing listing) {
        return holdAgainstRules
                .judge(listing, listing.offer(), Set.of(PhotoSign.OF_ANOTHER))
                .ofType(Verdict.NeedsReview.class)
                .map(ComparePhotos::photoRules)
                .filter(rules -> !rules.isEmpty())
                .flatMap(rules -> queue.photos(listing, rules, clock.instant()));
    }

    /** What else the rules leave open was decided before it was published. */
    private static List<TradeRule> photoRules(Verdict.NeedsReview open) {
        return open.rules().stream().filter(rule -> rule.id().equals(RULE)).toList();
    }

    private static List<PhotoMatch> matches(List<Lookalike> found, List<Listing> showing) {
        return found.stream()
                .flatMap(alike -> showing.stream()
                        .filter(other -> other.offer().photos().contains(alike.other()))
                        .limit(1)
                        .map(other -> new PhotoMatch(alike.photo(), alike.other(), other)))
                .toList();
    }

    private static List<PhotoId> othersOf(List<Lookalike> found) {
        return found.stream().map(Lookalike::other).distinct().toList();
    }

    private static Set<PhotoId> photosOf(List<PhotoMatch> matches) {
        return matches.stream().map(PhotoMatch::photo).collect(Collectors.toSet());
    }
}
