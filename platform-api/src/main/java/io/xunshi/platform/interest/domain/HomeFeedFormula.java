package io.xunshi.platform.interest.domain;

import io.xunshi.platform.catalog.District;
import io.xunshi.platform.interest.domain.FeedReason.Kind;
import io.xunshi.platform.interest.domain.Interests.Source;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.search.RankedListings.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a listing is worth to a reader: a sum of whole points, each for a fact that the reader can be told
 * (docs/decisions/home-feed.md). The same rules make the question to the search engine and the explanation on the card,
 * so that they cannot differ.
 */
public final class HomeFeedFormula {
    /** For how long what a followed seller published is news. */
    public static final Duration FOLLOWED_NEWS = Duration.ofDays(14);

    private static final int FOLLOWED_POINTS = 35;
    private static final int HOME_POINTS = 30;
    private static final int NEXT_POINTS = 20;
    private static final int NEAR_POINTS = 10;
    private static final long NEXT_KM = 10;
    private static final long NEAR_KM = 20;

    /** For the first, second … of the kinds of goods that somebody cares for. */
    private static final List<Integer> CATEGORY_POINTS = List.of(25, 20, 15, 10, 5);

    /**
     * Added up: forty for the last day, thirty for three, twenty for a week, ten for two weeks, five for thirty days.
     */
    private static final List<Freshness> FRESHNESS = List.of(
            new Freshness(1, 10),
            new Freshness(3, 10),
            new Freshness(7, 10),
            new Freshness(14, 5),
            new Freshness(30, 5));

    private HomeFeedFormula() {}

    /**
     * The rules for one reader.
     *
     * @param followed what those whom the reader follows published lately
     * @param districts all of the city
     */
    public static List<Rule> rules(
            Interests interests, Collection<ListingId> followed, List<District> districts, Instant asOf) {
        return Stream.of(
                        followedRules(followed),
                        categoryRules(interests),
                        districtRules(interests.district(), districts),
                        FRESHNESS.stream().map(step -> step.rule(asOf)))
                .flatMap(rules -> rules)
                .toList();
    }

    /** Why a listing is worth what it is worth, the best reason first; freshness is one reason. */
    public static List<FeedReason> reasonsOf(ListingCard card, List<Rule> rules) {
        var reasons = new ArrayList<FeedReason>();
        var freshness = 0;
        for (var rule : rules) {
            if (!rule.fits(card)) {
                continue;
            }
            if (rule.kind() == Kind.FRESH) {
                freshness += rule.wish().points();
            } else {
                reasons.add(new FeedReason(rule.kind(), rule.wish().points(), rule.codeFor(card)));
            }
        }
        if (freshness > 0) {
            reasons.add(new FeedReason(Kind.FRESH, freshness, null));
        }
        reasons.sort(Comparator.comparingInt(FeedReason::points).reversed());
        return List.copyOf(reasons);
    }

    private static Stream<Rule> followedRules(Collection<ListingId> followed) {
        return followed.isEmpty()
                ? Stream.empty()
                : Stream.of(new Rule(new Wish.OneOf(followed, FOLLOWED_POINTS), Kind.FOLLOWED));
    }

    private static Stream<Rule> categoryRules(Interests interests) {
        var likings = interests.categories();
        var rules = new ArrayList<Rule>();
        for (int place = 0; place < Math.min(likings.size(), CATEGORY_POINTS.size()); place++) {
            var liking = likings.get(place);
            rules.add(new Rule(
                    new Wish.InCategory(liking.category(), CATEGORY_POINTS.get(place)), kindOf(liking.source())));
        }
        return rules.stream();
    }

    private static Kind kindOf(Source source) {
        return switch (source) {
            case BOUGHT -> Kind.BOUGHT_CATEGORY;
            case SAVED -> Kind.SAVED_CATEGORY;
            case SEEN -> Kind.SEEN_CATEGORY;
        };
    }

    private static Stream<Rule> districtRules(@Nullable String home, List<District> districts) {
        return districts.stream().filter(district -> district.code().equals(home)).findFirst().stream()
                .flatMap(chosen -> Stream.of(
                                new Rule(new Wish.InDistrict(List.of(chosen.code()), HOME_POINTS), Kind.HOME_DISTRICT),
                                ring(chosen, districts, 0, NEXT_KM, NEXT_POINTS),
                                ring(chosen, districts, NEXT_KM, NEAR_KM, NEAR_POINTS))
                        .filter(Objects::nonNull));
    }

    /** Other districts whose centres are more than so many and not more than so many kilometres away; null for none. */
    private static @Nullable Rule ring(District home, List<District> districts, long over, long upTo, int points) {
        var codes = districts.stream()
                .filter(other -> !other.code().equals(home.code()))
                .filter(other -> isWithin(Distances.kilometres(home, other), over, upTo))
                .map(District::code)
                .toList();
        return codes.isEmpty() ? null : new Rule(new Wish.InDistrict(codes, points), Kind.NEAR_DISTRICT);
    }

    private static boolean isWithin(long kilometres, long over, long upTo) {
        return kilometres <= upTo && (over == 0 || kilometres > over);
    }

    /** A fact, what it is worth, and how a reader is told of it. */
    public record Rule(Wish wish, Kind kind) {

        boolean fits(ListingCard card) {
            return switch (wish) {
                case Wish.InCategory in -> in.code().equals(card.categoryCode());
                case Wish.InDistrict in -> in.codes().contains(card.districtCode());
                case Wish.OneOf of -> of.listings().contains(new ListingId(card.id()));
                case Wish.PublishedSince since ->
                    card.publishedAt() != null && !card.publishedAt().isBefore(since.moment());
            };
        }

        @Nullable
        String codeFor(ListingCard card) {
            return switch (wish) {
                case Wish.InCategory in -> card.categoryCode();
                case Wish.InDistrict in -> card.districtCode();
                case Wish.OneOf of -> null;
                case Wish.PublishedSince since -> null;
            };
        }
    }

    private record Freshness(int days, int points) {
        Rule rule(Instant asOf) {
            return new Rule(new Wish.PublishedSince(asOf.minus(Duration.ofDays(days)), points), Kind.FRESH);
        }
    }
}
