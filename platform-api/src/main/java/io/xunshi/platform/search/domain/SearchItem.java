package io.xunshi.platform.search.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.CardRental;
import io.xunshi.platform.listing.CardSwap;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.media.PhotoResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as a result.
 *
 * @param titleParts the title, cut where what was searched for begins and ends
 * @param location rough
 * @param distanceMeters from the searcher; null where they did not say where they are
 * @param photo the first; null where there is none
 * @param rental null where the thing cannot be rented
 * @param swap null where its owner does not swap it
 * @param left how many pieces of a stock can be had, each at the price; null for a unique thing
 * @param usedSince the year from which its safe use is counted; null where none is stated
 */
public record SearchItem(
        UUID id,
        String code,
        String title,
        Money price,
        String conditionCode,
        String categoryCode,
        String districtCode,
        Place location,
        @Nullable Instant publishedAt,
        @Nullable PhotoResponse photo,
        List<TitlePart> titleParts,
        @Nullable Long distanceMeters,
        @Nullable CardRental rental,
        @Nullable CardSwap swap,
        @Nullable Integer left,
        @Nullable Integer usedSince) {

    public SearchItem {
        titleParts = List.copyOf(titleParts);
    }

    /** A listing that was not found by words. */
    public static SearchItem of(ListingCard card, @Nullable Origin origin) {
        return new SearchItem(
                card.id(),
                card.code(),
                card.title(),
                card.price(),
                card.conditionCode(),
                card.categoryCode(),
                card.districtCode(),
                card.location(),
                card.publishedAt(),
                card.photo(),
                TitlePart.of(card.title(), null),
                origin == null ? null : origin.metersTo(card.location()),
                card.rental(),
                card.swap(),
                card.left(),
                card.usedSince());
    }
}
