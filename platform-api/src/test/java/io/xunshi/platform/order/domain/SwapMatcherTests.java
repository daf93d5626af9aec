package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.Proofs;
import io.xunshi.platform.listing.SwapTerms;
import io.xunshi.platform.order.domain.SwapMatcher.Match;
import io.xunshi.platform.order.domain.SwapMatcher.Suggestion;
import io.xunshi.platform.order.domain.SwapMatcher.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SwapMatcherTests {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final int MANY = 2_000;
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final SwapMatcher matcher = new SwapMatcher(
            code -> code.equals("bicycle") || code.equals("racket") ? Optional.of("sport") : Optional.empty());

    private final AccountId me = new AccountId(UUID.randomUUID());

    @Test
    void twoWhoWishForWhatTheOtherHasAreFound() {
        var bicycle = thing(me, "自行车", "bicycle", 50_000, wish("book", ""));
        var books = thing(anybody(), "三体全集", "book", 8_000, wish("bicycle", ""));

        var found = matcher.suggest(me, List.of(books, bicycle), 10);

        assertThat(found).hasSize(1);
        assertThat(titles(found.getFirst())).containsExactly("自行车", "三体全集");
        assertThat(found.getFirst().things())
                .extracting(Match::pays)
                .containsExactly(Money.fen(-42_000), Money.fen(42_000));
    }

    @Test
    void threeWhoCouldNotSwapInPairsAreFound() {
        var bicycle = thing(me, "自行车", "bicycle", 50_000, wish("book", ""));
        var lamp = thing(anybody(), "台灯", "lamp", 8_000, wish("bicycle", ""));
        var books = thing(anybody(), "三体全集", "book", 8_000, wish("lamp", ""));

        var found = matcher.suggest(me, List.of(books, lamp, bicycle), 10);

        assertThat(found).hasSize(1);
        assertThat(titles(found.getFirst())).containsExactly("自行车", "台灯", "三体全集");
    }

    @Test
    void whoWishesForAKindIsContentWithAPartOfItAndWordsCountToo() {
        var bicycle = thing(me, "捷安特 自行车", "bicycle", 50_000, wish("", "乐高、积木"));
        var bricks = thing(anybody(), "LEGO 乐高 城市系列", "toy", 50_000, wish("sport", ""));

        var found = matcher.suggest(me, List.of(bicycle, bricks), 10).getFirst();

        assertThat(found.things())
                .extracting(Match::wish)
                .containsExactly(new Wish("sport", null), new Wish(null, "乐高"));
    }

    @Test
    void nobodySwapsWithThemselves() {
        var bicycle = thing(me, "自行车", "bicycle", 50_000, wish("book", ""));
        var books = thing(me, "三体全集", "book", 8_000, wish("bicycle", ""));

        assertThat(matcher.suggest(me, List.of(bicycle, books), 10)).isEmpty();
    }

    @Test
    void whatNeedsLeastMoneyComesFirst() {
        var bicycle = thing(me, "自行车", "bicycle", 50_000, wish("book", ""));
        var cheap = thing(anybody(), "旧书", "book", 1_000, wish("bicycle", ""));
        var fair = thing(anybody(), "全套书", "book", 49_000, wish("bicycle", ""));

        assertThat(matcher.suggest(me, List.of(cheap, fair, bicycle), 10))
                .extracting(found -> titles(found).getLast())
                .containsExactly("全套书", "旧书");
    }

    /** Everybody wants everything: the answer must still come at once, and be no longer than was asked for. */
    @Test
    void whatItCostsIsBounded() {
        var random = new Random(20261126);
        var codes = List.of("book", "bicycle", "lamp", "toy");
        var open = IntStream.range(0, MANY)
                .mapToObj(i -> thing(
                        i % 20 == 0 ? me : anybody(),
                        "物品" + i,
                        codes.get(random.nextInt(codes.size())),
                        1 + random.nextInt(100_000),
                        new SwapTerms(codes, "")))
                .toList();
        var begun = System.nanoTime();

        var found = matcher.suggest(me, open, 12);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICK);
        assertThat(found).hasSize(12).allSatisfy(ring -> {
            assertThat(SwapRing.isBalanced(
                            ring.things().stream().map(Match::pays).toList()))
                    .isTrue();
            assertThat(SwapRing.isRing(ring.things().stream()
                            .map(match -> match.thing().seller())
                            .toList()))
                    .isTrue();
        });
    }

    private static List<String> titles(Suggestion found) {
        return found.things().stream().map(match -> match.thing().title()).toList();
    }

    private static AccountId anybody() {
        return new AccountId(UUID.randomUUID());
    }

    private static SwapTerms wish(String category, String words) {
        return new SwapTerms(category.isEmpty() ? List.of() : List.of(category), words);
    }

    private static ListingView thing(AccountId owner, String title, String category, long fen, SwapTerms wishes) {
        return new ListingView(
                new ListingId(UUID.randomUUID()),
                "L",
                UUID.randomUUID(),
                owner,
                ListingState.PUBLISHED,
                title,
                "",
                category,
                Map.of(),
                "GOOD",
                Money.fen(fen),
                "ZZ-JS",
                new Place(34.7, 113.6),
                List.of(),
                true,
                null,
                wishes,
                null,
                null,
                null,
                null,
                1,
                NOW,
                NOW,
                NOW,
                Proofs.NONE);
    }
}
