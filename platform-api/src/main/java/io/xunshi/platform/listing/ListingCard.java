package io.xunshi.platform.listing;

import io.xunshi.platform.catalog.ServiceLife;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as one of many, for every list that anybody may see.
 *
 * @param code what people read aloud, <code>L…</code>
 * @param location rough
 * @param photo the first; null where there is none
 * @param rental null where the thing cannot be rented
 * @param swap null where its owner does not swap it
 * @param left how many pieces of a stock can be had, each at the price; null for a unique thing
 * @param usedSince the year from which its safe use is counted; null where none is stated
 */
public record ListingCard(
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
        @Nullable CardRental rental,
        @Nullable CardSwap swap,
        @Nullable Integer left,
        @Nullable Integer usedSince) {

    public static ListingCard of(ListingView listing) {
        return new ListingCard(
                listing.id().value(),
                listing.code(),
                listing.title(),
                listing.price(),
                listing.conditionCode(),
                listing.categoryCode(),
                listing.districtCode(),
                listing.place(),
                listing.publishedAt(),
                listing.photos().stream().findFirst().map(PhotoResponse::of).orElse(null),
                CardRental.of(listing.rental(), listing.forSale()),
                CardSwap.of(listing.swap(), listing.forSale()),
                listing.left(),
                usedSince(listing.attributes()));
    }

    /** Null where no year is stated. */
    public static @Nullable Integer usedSince(Map<String, String> attributes) {
        var year = ServiceLife.beginsIn(attributes);
        return year.isPresent() ? year.getAsInt() : null;
    }
}
