package io.xunshi.platform.interest.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.interest.domain.SavedSearch;
import io.xunshi.platform.interest.domain.SearchMatch;
import io.xunshi.platform.interest.storage.MatchQueueRepository;
import io.xunshi.platform.interest.storage.MatchQueueRepository.Fresh;
import io.xunshi.platform.interest.storage.MatchQueueRepository.Waiting;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.listing.ListingEvents;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.Blocks;
import io.xunshi.platform.search.ReverseSearch;
import io.xunshi.platform.search.SearchFor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tries saved searches on new listings, as soon as the search itself can find them. Listings are taken some at a time,
 * so that a rush of them costs each search one question and not one for each listing.
 */
@Component
public class MatchSavedSearches {
    private static final int LISTINGS = 50;
    private static final int SEARCHES = 500;

    private final MatchQueueRepository queue;
    private final Listings listings;
    private final Catalog catalog;
    private final ReverseSearch reverseSearch;
    private final AlertSubscribers alertSubscribers;
    private final Blocks blocks;
    private final InterestSettings settings;
    private final Clock clock;

    MatchSavedSearches(
            MatchQueueRepository queue,
            Listings listings,
            Catalog catalog,
            ReverseSearch reverseSearch,
            AlertSubscribers alertSubscribers,
            Blocks blocks,
            InterestSettings settings,
            Clock clock) {
        this.queue = queue;
        this.listings = listings;
        this.catalog = catalog;
        this.reverseSearch = reverseSearch;
        this.alertSubscribers = alertSubscribers;
        this.blocks = blocks;
        this.settings = settings;
        this.clock = clock;
    }

    /** There is news of a listing. */
    public Mono<Void> queue(ListingEvents event) {
        return queue.add(new ListingId(event.listingId()), event.version(), clock.instant());
    }

    /** While the engine is down, what waits goes on waiting. */
    @Scheduled(fixedDelayString = "${xunshi.interest.match-interval:500ms}")
    public Mono<Void> matchWaiting() {
        return Mono.defer(this::takeWaiting)
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(this::match)
                .onErrorComplete(ProblemException.class);
    }

    private Mono<List<Waiting>> takeWaiting() {
        var now = clock.instant();
        return queue.take(LISTINGS, now, now.plus(settings.matchLease())).collectList();
    }

    private Mono<Void> match(List<Waiting> waiting) {
        return listings.findAll(waiting.stream().map(Waiting::listing).toList())
                .filter(listing -> listing.state() == ListingState.PUBLISHED)
                .collectMap(ListingView::id)
                .flatMap(offered -> reverseSearch
                        .findableVersions(offered.keySet())
                        .map(versions -> Sorted.of(waiting, offered, versions)))
                .flatMap(this::match);
    }

    private Mono<Void> match(Sorted sorted) {
        var now = clock.instant();
        var tooOld = sorted.early().stream()
                .filter(one -> one.queuedAt().plus(settings.matchPatience()).isBefore(now))
                .toList();
        return queue.putBack(sorted.early().stream().map(Waiting::listing).toList(), now.plus(settings.matchAgain()))
                .then(queue.remove(tooOld))
                .then(Mono.defer(() -> alert(sorted.findable())))
                .then(Mono.defer(() -> queue.remove(sorted.done())));
    }

    private Mono<Void> alert(Map<ListingId, ListingView> findable) {
        return findable.isEmpty()
                ? Mono.empty()
                : matches(findable)
                        .collectList()
                        .map(SearchMatch::oneForEachPerson)
                        .flatMapIterable(matches -> matches)
                        .bufferUntilChanged(SearchMatch::news)
                        .concatMap(this::welcome)
                        .filter(matches -> !matches.isEmpty())
                        .concatMap(alertSubscribers::alert)
                        .then();
    }

    /** Of one listing, without those who do not want to hear from its seller, or the seller from them. */
    private Mono<List<SearchMatch>> welcome(List<SearchMatch> matches) {
        var people = matches.stream().map(match -> match.search().account()).toList();
        return blocks.between(matches.getFirst().listing().seller(), people)
                .map(blocked -> matches.stream()
                        .filter(match -> !blocked.contains(match.search().account()))
                        .toList());
    }

    private Flux<SearchMatch> matches(Map<ListingId, ListingView> findable) {
        var fresh = findable.values().stream().map(this::fresh).toList();
        return candidates(fresh, new UUID(0, 0))
                .expand(page -> page.size() < SEARCHES
                        ? Mono.empty()
                        : candidates(fresh, page.getLast().id()))
                .concatMap(page -> matches(page, findable));
    }

    private Mono<List<SavedSearch>> candidates(List<Fresh> fresh, UUID after) {
        return queue.candidates(fresh, after, SEARCHES).collectList();
    }

    private Flux<SearchMatch> matches(List<SavedSearch> page, Map<ListingId, ListingView> findable) {
        Map<UUID, SearchFor> searches = page.stream().collect(Collectors.toMap(SavedSearch::id, SavedSearch::search));
        return searches.isEmpty()
                ? Flux.empty()
                : reverseSearch
                        .match(searches, findable.keySet())
                        .flatMapIterable(found -> page.stream()
                                .flatMap(search -> matches(search, found.getOrDefault(search.id(), Set.of()), findable))
                                .toList());
    }

    /** One's own things are no news; and the engine was asked of several listings, but for no answers. */
    private static Stream<SearchMatch> matches(
            SavedSearch search, Set<ListingId> found, Map<ListingId, ListingView> findable) {
        return findable.values().stream()
                .filter(listing -> found.contains(listing.id()))
                .filter(listing -> !listing.seller().equals(search.account()))
                .filter(search::isAnsweredBy)
                .map(listing -> new SearchMatch(search, listing));
    }

    private Fresh fresh(ListingView listing) {
        var root =
                catalog.category(listing.categoryCode()).map(Category::parent).orElse(listing.categoryCode());
        return new Fresh(
                listing.seller(),
                root,
                listing.categoryCode(),
                listing.districtCode(),
                listing.conditionCode(),
                listing.price().amount(),
                listing.attributes());
    }

    /**
     * What is to be done with listings of which there is news.
     *
     * @param findable those that the search finds as they are now
     * @param early those that the index does not know yet, or only an older version of
     * @param done those that are findable, or are on offer no more
     */
    private record Sorted(Map<ListingId, ListingView> findable, List<Waiting> early, List<Waiting> done) {

        static Sorted of(List<Waiting> waiting, Map<ListingId, ListingView> offered, Map<ListingId, Long> versions) {
            var early = waiting.stream()
                    .filter(one -> isNewerThan(versions.get(one.listing()), offered.get(one.listing())))
                    .toList();
            var done = waiting.stream().filter(one -> !early.contains(one)).toList();
            var findable = done.stream()
                    .map(Waiting::listing)
                    .flatMap(id -> Stream.ofNullable(offered.get(id)))
                    .collect(Collectors.toMap(ListingView::id, Function.identity()));
            return new Sorted(findable, early, done);
        }

        private static boolean isNewerThan(@Nullable Long known, @Nullable ListingView listing) {
            return listing != null && (known == null || known < listing.version());
        }
    }
}
