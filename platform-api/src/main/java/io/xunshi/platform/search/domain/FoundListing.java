package io.xunshi.platform.search.domain;

import io.xunshi.platform.listing.ListingCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One result.
 *
 * @param distanceMeters from the searcher; null where they did not say where they are
 */
public record FoundListing(
        ListingCard card,
        List<TitlePart> titleParts,
        @Nullable Long distanceMeters) {

    /** @param markedTitle the title with marks around its matches; null where nothing matched in it */
    public static FoundListing of(ListingCard card, @Nullable String markedTitle, @Nullable Origin origin) {
        var place = card.location();
        return new FoundListing(
                card,
                TitlePart.of(card.title(), markedTitle),
                origin == null ? null : origin.metersTo(place.lat(), place.lon()));
    }
}
