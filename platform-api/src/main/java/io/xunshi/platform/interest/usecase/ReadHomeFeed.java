package io.xunshi.platform.interest.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.FeedCursor;
import io.xunshi.platform.interest.domain.FeedReason;
import io.xunshi.platform.interest.domain.HomeFeedFormula;
import io.xunshi.platform.interest.domain.HomeFeedFormula.Rule;
import io.xunshi.platform.interest.domain.Interests;
import io.xunshi.platform.interest.storage.FollowRepository;
import io.xunshi.platform.interest.storage.TraceRepository;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingFilter;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.OrderFacts;
import io.xunshi.platform.search.RankedListings;
import io.xunshi.platform.search.RankedListings.Position;
import io.xunshi.platform.search.RankedListings.Ranked;
import io.xunshi.platform.search.RankedListings.Ranking;
import io.xunshi.platform.search.SearchProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The goods that somebody sees first, by {@link HomeFeedFormula}: one question to the search engine for each page, and
 * for who is signed in three short ones to the database. While the engine is down the newest are shown.
 */
@Component
public class ReadHomeFeed {
    /** Of the followed and of the reader together; more would be a market of its own. */
    private static final int PERSONAL_LISTINGS = 200;

    private static final Personal NOBODYS = new Personal(List.of(), List.of());

    private final TraceRepository traces;
    private final FollowRepository follows;
    private final Listings listings;
    private final RankedListings rankedListings;
    private final Catalog catalog;
    private final InterestSettings settings;
    private final Clock clock;

    ReadHomeFeed(
            TraceRepository traces,
            FollowRepository follows,
            Listings listings,
            RankedListings rankedListings,
            Catalog catalog,
            InterestSettings settings,
            Clock clock) {
        this.traces = traces;
        this.follows = follows;
        this.listings = listings;
        this.rankedListings = rankedListings;
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Raises {@link SearchProblem#UNAVAILABLE} for a later page while the engine is down.
     *
     * @param reader null where nobody is signed in
     * @param district chosen for this once; null for the one that the reader has chosen for good
     */
    public Mono<Feed> read(
            @Nullable AccountId reader, @Nullable String district, @Nullable FeedCursor after, int limit) {
        var asOf = after == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : after.asOf();
        var interests = after == null ? interests(reader, district) : Mono.just(after.interests());
        return interests.flatMap(known -> personal(reader, asOf)
                .map(personal -> new Asked(
                        known,
                        personal,
                        HomeFeedFormula.rules(known, personal.followed(), catalog.districts(), asOf),
                        asOf))
                .flatMap(asked -> page(asked, after == null ? null : after.after(), limit)));
    }

    /** @param district null for none */
    @Transactional
    public Mono<Void> chooseDistrict(AccountId reader, @Nullable String district) {
        return traces.choose(reader, district);
    }

    /** A purchase says what somebody likes. */
    @Transactional
    public Mono<Void> rememberPurchase(OrderFacts order, Instant at) {
        return traces.addPurchase(order.buyer(), order.orderId(), order.categoryCode(), at);
    }

    private Mono<Interests> interests(@Nullable AccountId reader, @Nullable String district) {
        if (reader == null) {
            return Mono.just(Interests.of(district, List.of()));
        }
        var chosen = district == null ? traces.homeDistrict(reader).defaultIfEmpty("") : Mono.just(district);
        return chosen.flatMap(home -> traces.find(reader, clock.instant().minus(settings.purchaseAge()))
                .collectList()
                .map(found -> Interests.of(home.isEmpty() ? null : home, found)));
    }

    private Mono<Personal> personal(@Nullable AccountId reader, Instant asOf) {
        return reader == null
                ? Mono.just(NOBODYS)
                : follows.sellersOf(reader)
                        .concatWith(Flux.just(reader))
                        .collectList()
                        .flatMapMany(sellers -> listings.publishedOf(sellers, PERSONAL_LISTINGS))
                        .collectList()
                        .map(offers -> Personal.of(offers, reader, asOf));
    }

    private Mono<Feed> page(Asked asked, @Nullable Position after, int limit) {
        var ranking = new Ranking(
                asked.asOf(),
                asked.rules().stream().map(Rule::wish).toList(),
                asked.personal().own());
        return rankedListings
                .rank(ranking, after, limit + 1)
                .map(found -> feed(asked, found, limit))
                .onErrorResume(error -> after == null && isUnavailable(error), error -> newest(asked, limit));
    }

    private Mono<Feed> newest(Asked asked, int limit) {
        var everything = new ListingFilter(List.of(), List.of(), List.of(), null, null, false, false);
        return listings.latestPublished(everything, limit)
                .map(listing -> asked.explained(ListingCard.of(listing)))
                .collectList()
                .map(items -> new Feed(items, asked.interests().district(), null, true));
    }

    private static Feed feed(Asked asked, List<Ranked> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Feed(
                shown.stream().map(one -> asked.explained(one.card())).toList(),
                asked.interests().district(),
                found.size() > limit
                        ? new FeedCursor(
                                asked.asOf(), asked.interests(), shown.getLast().position())
                        : null,
                false);
    }

    private static boolean isUnavailable(Throwable error) {
        return error instanceof ProblemException refusal && refusal.problem() == SearchProblem.UNAVAILABLE;
    }

    /**
     * One page.
     *
     * @param district that nearness is measured from; null for none
     * @param next null on the last page
     * @param degraded whether the engine is down, and these are merely the newest
     */
    public record Feed(
            List<Explained> items,
            @Nullable String district,
            @Nullable FeedCursor next,
            boolean degraded) {
        public Feed {
            items = List.copyOf(items);
        }
    }

    /** A listing, and why it stands where it stands. */
    public record Explained(ListingCard card, List<FeedReason> reasons) {
        public Explained {
            reasons = List.copyOf(reasons);
        }
    }

    /** What one reader is asked about. */
    private record Asked(Interests interests, Personal personal, List<Rule> rules, Instant asOf) {
        Explained explained(ListingCard card) {
            return new Explained(card, HomeFeedFormula.reasonsOf(card, rules));
        }
    }

    /** What those whom a reader follows published lately, and what the reader offers, who need not be shown it. */
    private record Personal(List<ListingId> followed, List<ListingId> own) {
        static Personal of(List<ListingView> offers, AccountId reader, Instant asOf) {
            var since = asOf.minus(HomeFeedFormula.FOLLOWED_NEWS);
            return new Personal(
                    ids(offers.stream()
                            .filter(offer -> !offer.seller().equals(reader))
                            .filter(offer -> offer.publishedAt() != null
                                    && !offer.publishedAt().isBefore(since))),
                    ids(offers.stream().filter(offer -> offer.seller().equals(reader))));
        }

        private static List<ListingId> ids(Stream<ListingView> offers) {
            return offers.map(ListingView::id).toList();
        }
    }
}
