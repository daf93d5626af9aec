package io.xunshi.platform.wanted.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.listing.ListingFilter;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.Blocks;
import io.xunshi.platform.search.ReverseSearch;
import io.xunshi.platform.search.SearchFor;
import io.xunshi.platform.wanted.WantedProblem;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.Wish;
import io.xunshi.platform.wanted.domain.WishSearch;
import io.xunshi.platform.wanted.storage.PostFilter;
import io.xunshi.platform.wanted.storage.PostRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings posts and listings together by the very search that alerts are made by. While the engine does not answer, what
 * says all the words fits.
 */
@Component
public class FindFitting {
    /** The newest in the category that are not dearer: who is looked at further is in reach of one question. */
    private static final int CANDIDATES = 200;

    private static final int SHOWN = 20;
    private static final int OWN = 60;

    private final PostRepository posts;
    private final Listings listings;
    private final ReverseSearch reverseSearch;
    private final Blocks blocks;
    private final WishSearch search;

    FindFitting(PostRepository posts, Listings listings, ReverseSearch reverseSearch, Blocks blocks, Catalog catalog) {
        this.posts = posts;
        this.listings = listings;
        this.reverseSearch = reverseSearch;
        this.blocks = blocks;
        search = new WishSearch(catalog);
    }

    /** What is on offer now and fits one's own post, newest first. Raises {@link WantedProblem#NOT_FOUND}. */
    public Mono<List<ListingView>> listingsFor(AccountId person, UUID id) {
        return posts.find(id)
                .filter(post -> post.isOf(person))
                .switchIfEmpty(Mono.error(WantedProblem.NOT_FOUND::raise))
                .flatMap(post -> listings.latestPublished(filter(post.wish()), CANDIDATES)
                        .filter(listing -> !listing.seller().equals(person))
                        .collectList()
                        .flatMap(candidates -> fitting(post, candidates)))
                .flatMap(fitting -> welcome(person, fitting, ListingView::seller))
                .map(fitting -> fitting.stream().limit(SHOWN).toList());
    }

    /** What a seller offers now, and which of it fits somebody's post. Raises {@link WantedProblem#NOT_FOUND}. */
    public Mono<Own> ownFor(AccountId seller, UUID id) {
        return posts.find(id)
                .filter(post -> post.state() == PostState.OPEN)
                .switchIfEmpty(Mono.error(WantedProblem.NOT_FOUND::raise))
                .flatMap(post -> listings.publishedOf(List.of(seller), OWN)
                        .collectList()
                        .flatMap(own -> fitting(post, own).map(fitting -> Own.of(own, fitting))));
    }

    /** Posts of others that one's own listing fits, newest first. Raises {@link ListingProblem#NOT_FOUND}. */
    public Mono<List<WantedPost>> postsFor(AccountId seller, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(seller))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(listing -> posts.findOpen(filter(listing), null, CANDIDATES)
                        .collectList()
                        .flatMap(candidates -> fittedBy(listing, candidates)))
                .flatMap(fitting -> welcome(seller, fitting, WantedPost::account))
                .map(fitting -> fitting.stream().limit(SHOWN).toList());
    }

    /** Without those that are of somebody whom the person blocked, or who blocked them. */
    private <T> Mono<List<T>> welcome(AccountId person, List<T> found, Function<T, AccountId> owner) {
        return blocks.between(person, found.stream().map(owner).distinct().toList())
                .map(blocked -> found.stream()
                        .filter(one -> !blocked.contains(owner.apply(one)))
                        .toList());
    }

    private Mono<List<ListingView>> fitting(WantedPost post, List<ListingView> candidates) {
        return candidates.isEmpty()
                ? Mono.just(List.of())
                : found(Map.of(post.id(), search.searchFor(post.wish())), candidates)
                        .map(found -> found.getOrDefault(post.id(), Set.of()))
                        .map(ids -> candidates.stream()
                                .filter(listing -> ids.contains(listing.id()))
                                .filter(listing -> WishSearch.isAnsweredBy(post.wish(), listing))
                                .toList());
    }

    private Mono<List<WantedPost>> fittedBy(ListingView listing, List<WantedPost> candidates) {
        return found(
                        candidates.stream()
                                .collect(Collectors.toMap(WantedPost::id, post -> search.searchFor(post.wish()))),
                        List.of(listing))
                .map(found -> candidates.stream()
                        .filter(post -> found.containsKey(post.id()))
                        .filter(post -> WishSearch.isAnsweredBy(post.wish(), listing))
                        .toList());
    }

    private Mono<Map<UUID, Set<ListingId>>> found(Map<UUID, SearchFor> searches, Collection<ListingView> among) {
        return searches.isEmpty()
                ? Mono.just(Map.of())
                : reverseSearch
                        .match(searches, among.stream().map(ListingView::id).toList())
                        .onErrorResume(
                                ProblemException.class, down -> Mono.fromSupplier(() -> saying(searches, among)));
    }

    private static Map<UUID, Set<ListingId>> saying(Map<UUID, SearchFor> searches, Collection<ListingView> among) {
        return searches.entrySet().stream()
                .map(search -> Map.entry(search.getKey(), saying(search.getValue(), among)))
                .filter(found -> !found.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<ListingId> saying(SearchFor search, Collection<ListingView> among) {
        var words = Stream.of(search.words().split("\\s+")).toList();
        return among.stream()
                .filter(listing ->
                        search.districts().isEmpty() || search.districts().contains(listing.districtCode()))
                .filter(listing -> words.stream().allMatch((listing.title() + listing.description())::contains))
                .map(ListingView::id)
                .collect(Collectors.toSet());
    }

    private ListingFilter filter(Wish wish) {
        var maxPrice = wish.maxPrice();
        return new ListingFilter(
                search.leavesOf(wish.categoryCode()),
                List.of(),
                search.conditionsOf(wish.leastCondition()),
                null,
                maxPrice == null ? null : maxPrice.amount(),
                false,
                false);
    }

    private PostFilter filter(ListingView listing) {
        return new PostFilter(
                "", search.kinOf(listing.categoryCode()), null, listing.price().amount(), listing.seller());
    }

    /** @param fitting those of the listings that the post's owner would find */
    public record Own(List<ListingView> listings, Set<ListingId> fitting) {
        public Own {
            listings = List.copyOf(listings);
            fitting = Set.copyOf(fitting);
        }

        static Own of(List<ListingView> own, List<ListingView> fitting) {
            return new Own(own, fitting.stream().map(ListingView::id).collect(Collectors.toSet()));
        }
    }
}
