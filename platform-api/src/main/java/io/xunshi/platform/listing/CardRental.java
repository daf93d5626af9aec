package io.xunshi.platform.listing;

import io.xunshi.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * That the thing on a card can be rented.
 *
 * @param alsoForSale where it is not, the price on the card is what the thing is worth
 */
public record CardRental(Money perDay, boolean alsoForSale) {

    /** Null where the thing is only for sale. */
    public static @Nullable CardRental of(@Nullable RentalTerms terms, boolean isForSale) {
        return terms == null ? null : new CardRental(terms.perDay(), isForSale);
    }
}
