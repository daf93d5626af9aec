package io.xunshi.platform.order.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.order.domain.SwapMatcher;
import io.xunshi.platform.order.domain.SwapMatcher.Suggestion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A swap that would suit everybody in it.
 *
 * @param things in the order of the ring: each goes to the owner of the next, the last to the owner of the first, which
 *     is the reader's
 */
record SwapSuggestionResponse(List<Suggested> things) {

    static SwapSuggestionResponse of(Suggestion suggestion) {
        return new SwapSuggestionResponse(
                suggestion.things().stream().map(Suggested::of).toList());
    }

    /**
     * @param pays what its owner would pay on top, so that nobody gains; negative for who would get money
     * @param wishedCategory that the owner of the next thing wishes for; null where they named a word
     * @param wishedWord that they named and its title has; null where they named the category
     */
    record Suggested(
            ListingCard card,
            UUID owner,
            Money pays,
            @Nullable String wishedCategory,
            @Nullable String wishedWord) {

        static Suggested of(SwapMatcher.Match match) {
            var wish = match.wish();
            return new Suggested(
                    ListingCard.of(match.thing()),
                    match.thing().seller().value(),
                    match.pays(),
                    wish.categoryCode(),
                    wish.word());
        }
    }
}
