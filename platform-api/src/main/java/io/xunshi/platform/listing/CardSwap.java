package io.xunshi.platform.listing;

import org.jspecify.annotations.Nullable;

/**
 * That the thing on a card can be had for another.
 *
 * @param alsoForSale where it is not, the price on the card is what the thing is worth
 */
public record CardSwap(boolean alsoForSale) {

    /** Null where its owner does not swap it. */
    public static @Nullable CardSwap of(@Nullable SwapTerms terms, boolean isForSale) {
        return terms == null ? null : new CardSwap(isForSale);
    }
}
