package io.xunshi.platform.interest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.District;
import io.xunshi.platform.interest.domain.FeedReason.Kind;
import io.xunshi.platform.interest.domain.Interests.Liking;
import io.xunshi.platform.interest.domain.Interests.Source;
import io.xunshi.platform.interest.domain.Interests.Traces;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.search.RankedListings.Position;
import io.xunshi.platform.search.RankedListings.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeFeedFormulaTests {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Interests NOTHING_KNOWN = new Interests(null, List.of());

    /** Centres 0, 8, 16 and 44 kilometres north of the first. */
    private static final List<District> CITY = List.of(
            new District("HOME", "", "", "", 34.75, 113.6),
            new District("NEXT", "", "", "", 34.822, 113.6),
            new District("NEAR", "", "", "", 34.894, 113.6),
            new District("FAR", "", "", "", 35.146, 113.6));

    @ParameterizedTest(name = "published {0} hours ago: {1}")
    @CsvSource({"0,40", "24,40", "25,30", "72,30", "73,20", "168,20", "169,10", "336,10", "337,5", "720,5", "721,0"})
    void whatIsFresherIsWorthMore(long hours, int points) {
        var reasons = reasons(NOTHING_KNOWN, List.of(), card("book", "FAR", hours));

        assertThat(reasons.stream().mapToInt(FeedReason::points).sum()).isEqualTo(points);
        assertThat(reasons).allMatch(reason -> reason.kind() == Kind.FRESH);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"HOME,30,HOME_DISTRICT", "NEXT,20,NEAR_DISTRICT", "NEAR,10,NEAR_DISTRICT"})
    void whatIsNearerIsWorthMore(String district, int points, Kind kind) {
        var reasons = reasons(new Interests("HOME", List.of()), List.of(), card("book", district, 1000));

        assertThat(reasons).containsExactly(new FeedReason(kind, points, district));
    }

    @Test
    void whatIsFarOrOldAndOfNoInterestHasNoReason() {
        assertThat(reasons(new Interests("HOME", List.of()), List.of(), card("book", "FAR", 1000)))
                .isEmpty();
    }

    @Test
    void theMoreSomebodyLikesAKindOfGoodsTheMoreItIsWorth() {
        var likes = new Interests(
                null,
                List.of(
                        new Liking("book", Source.BOUGHT),
                        new Liking("sofa", Source.SAVED),
                        new Liking("lamp", Source.SEEN)));

        assertThat(reasons(likes, List.of(), card("book", "FAR", 1000)))
                .containsExactly(new FeedReason(Kind.BOUGHT_CATEGORY, 25, "book"));
        assertThat(reasons(likes, List.of(), card("sofa", "FAR", 1000)))
                .containsExactly(new FeedReason(Kind.SAVED_CATEGORY, 20, "sofa"));
        assertThat(reasons(likes, List.of(), card("lamp", "FAR", 1000)))
                .containsExactly(new FeedReason(Kind.SEEN_CATEGORY, 15, "lamp"));
    }

    @Test
    void allReasonsAddUpTheBestOneFirst() {
        var card = card("book", "HOME", 30);
        var known = new Interests("HOME", List.of(new Liking("book", Source.SAVED)));

        assertThat(reasons(known, List.of(new ListingId(card.id())), card))
                .containsExactly(
                        new FeedReason(Kind.FOLLOWED, 35, null),
                        new FeedReason(Kind.HOME_DISTRICT, 30, "HOME"),
                        new FeedReason(Kind.FRESH, 30, null),
                        new FeedReason(Kind.SAVED_CATEGORY, 25, "book"));
    }

    @Test
    void aPurchaseSaysMoreThanASavedItemAndThatMoreThanALook() {
        var interests = Interests.of(
                "HOME",
                List.of(
                        new Traces("looked-at", 0, 0, 4),
                        new Traces("saved", 0, 2, 0),
                        new Traces("bought", 1, 0, 0),
                        new Traces("bought-too", 1, 0, 0),
                        new Traces("all", 1, 1, 1),
                        new Traces("hardly", 0, 0, 1)));

        assertThat(interests.categories())
                .containsExactly(
                        new Liking("all", Source.BOUGHT),
                        new Liking("saved", Source.SAVED),
                        new Liking("bought", Source.BOUGHT),
                        new Liking("bought-too", Source.BOUGHT),
                        new Liking("looked-at", Source.SEEN));
    }

    @Test
    void everyWishIsWorthWholePointsAboveZero() {
        var known = new Interests("HOME", List.of(new Liking("book", Source.SAVED)));

        assertThat(HomeFeedFormula.rules(known, List.of(new ListingId(UUID.randomUUID())), CITY, NOW))
                .extracting(HomeFeedFormula.Rule::wish)
                .extracting(Wish::points)
                .allMatch(points -> points > 0);
    }

    @Test
    void aCursorKeepsWhatItsFeedWasMadeOf() {
        var cursor = new FeedCursor(
                NOW,
                new Interests("HOME", List.of(new Liking("book", Source.BOUGHT), new Liking("sofa", Source.SEEN))),
                new Position(75, NOW.minusSeconds(3), UUID.randomUUID()));
        var ofNobody = new FeedCursor(NOW, NOTHING_KNOWN, cursor.after());

        assertThat(FeedCursor.decode(cursor.encode())).isEqualTo(cursor);
        assertThat(FeedCursor.decode(ofNobody.encode())).isEqualTo(ofNobody);
    }

    private static List<FeedReason> reasons(Interests interests, List<ListingId> followed, ListingCard card) {
        return HomeFeedFormula.reasonsOf(card, HomeFeedFormula.rules(interests, followed, CITY, NOW));
    }

    private static ListingCard card(String category, String district, long hoursAgo) {
        return new ListingCard(
                UUID.randomUUID(),
                "L",
                "",
                Money.fen(100),
                "GOOD",
                category,
                district,
                new Place(34.75, 113.6),
                NOW.minus(Duration.ofHours(hoursAgo)),
                null,
                null,
                null,
                null,
                null);
    }
}
