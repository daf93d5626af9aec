package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.SwapTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds rings of two and three in which everybody gets what they wished for. Looks at so many wishes and no further, so
 * that an answer costs some milliseconds whatever people wish for; what it proposes it can explain.
 */
public final class SwapMatcher {
    /** Of each person's things, and of those who would take one of them. */
    private static final int BRANCHES_MAX = 20;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,，、;；/]+");

    private final Function<String, Optional<String>> rootOf;

    /** @param rootOf what a category of goods belongs to: who wishes for the whole is content with a part */
    public SwapMatcher(Function<String, Optional<String>> rootOf) {
        this.rootOf = rootOf;
    }

    /**
     * Rings that begin with a thing of the person, those first in which the least money would have to change hands.
     *
     * @param open what is open to swaps, the person's things among it
     */
    public List<Suggestion> suggest(AccountId person, List<ListingView> open, int limit) {
        return open.stream()
                .filter(thing -> thing.seller().equals(person))
                .limit(BRANCHES_MAX)
                .flatMap(thing -> ringsFrom(thing, open))
                .sorted(Comparator.comparing(Suggestion::moneyFen))
                .limit(limit)
                .toList();
    }

    private Stream<Suggestion> ringsFrom(ListingView own, List<ListingView> open) {
        return takers(own, open, List.of(own.seller()))
                .flatMap(second -> Stream.concat(
                        closed(List.of(own, second)),
                        takers(second, open, List.of(own.seller(), second.seller()))
                                .flatMap(third -> closed(List.of(own, second, third)))));
    }

    /** The ring, where the owner of the first thing would take the last. */
    private Stream<Suggestion> closed(List<ListingView> things) {
        return wishFor(things.getLast(), things.getFirst()).stream().map(last -> suggestion(things));
    }

    private Suggestion suggestion(List<ListingView> things) {
        var balances =
                SwapRing.evenedOut(things.stream().map(ListingView::price).toList());
        var matches = new ArrayList<Match>();
        for (int place = 0; place < things.size(); place++) {
            var thing = things.get(place);
            var receiver = things.get((place + 1) % things.size());
            matches.add(new Match(
                    thing, balances.get(place), wishFor(thing, receiver).orElseThrow()));
        }
        return new Suggestion(List.copyOf(matches));
    }

    /** Things whose owners would take this one. */
    private Stream<ListingView> takers(ListingView thing, List<ListingView> open, List<AccountId> except) {
        return open.stream()
                .filter(other -> !except.contains(other.seller()))
                .filter(other -> wishFor(thing, other).isPresent())
                .limit(BRANCHES_MAX);
    }

    /** The wish of the other thing's owner that this one fulfils; empty where there is none. */
    private Optional<Wish> wishFor(ListingView thing, ListingView others) {
        var wishes = others.swap();
        return wishes == null ? Optional.empty() : categoryWish(thing, wishes).or(() -> wordWish(thing, wishes));
    }

    private Optional<Wish> categoryWish(ListingView thing, SwapTerms wishes) {
        var code = thing.categoryCode();
        var root = rootOf.apply(code).orElse(code);
        return wishes.categoryCodes().stream()
                .filter(wished -> wished.equals(code) || wished.equals(root))
                .findFirst()
                .map(wished -> new Wish(wished, null));
    }

    private static Optional<Wish> wordWish(ListingView thing, SwapTerms wishes) {
        var title = thing.title().toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(wishes.words())
                .filter(word -> !word.isBlank() && title.contains(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(word -> new Wish(null, word));
    }

    /**
     * Why somebody would like a thing: one of the two.
     *
     * @param categoryCode they wish for goods of this kind
     * @param word they named this, and its title has it
     */
    public record Wish(
            @Nullable String categoryCode, @Nullable String word) {}

    /**
     * A thing that goes to the owner of the next one.
     *
     * @param pays what its owner would pay on top, so that nobody gains; negative for who would get money
     * @param wish of the next one's owner
     */
    public record Match(ListingView thing, Money pays, Wish wish) {}

    /** A ring whose first thing is the asker's. */
    public record Suggestion(List<Match> things) {

        long moneyFen() {
            return things.stream()
                    .map(Match::pays)
                    .filter(Money::isPositive)
                    .mapToLong(Money::amount)
                    .sum();
        }
    }
}
