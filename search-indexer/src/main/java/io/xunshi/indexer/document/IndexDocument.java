package io.xunshi.indexer.document;

import io.xunshi.contracts.search.ListingDocument.Photo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as Elasticsearch stores it; <code>listings.json</code> says how each field is searched.
 *
 * @param suggest what is offered while somebody types
 * @param swap whether its owner would swap it
 * @param sent whether it can be sent to a buyer
 * @param card what a result shows, stored ready to be sent
 */
public record IndexDocument(
        UUID id,
        String title,
        String description,
        List<String> words,
        List<String> categories,
        String condition,
        String district,
        long priceFen,
        Place place,
        Instant publishedAt,
        List<String> suggest,
        boolean swap,
        boolean sent,
        Card card)
        implements StoredDocument {

    /** A geo point, degrees. */
    public record Place(double lat, double lon) {}

    /** The fields of a search result that do not depend on the query. */
    public record Card(
            UUID id,
            String code,
            String title,
            Price price,
            String conditionCode,
            String districtCode,
            String categoryCode,
            Place location,
            @Nullable Photo photo,
            Instant publishedAt,
            @Nullable Rental rental,
            @Nullable Swap swap,
            @Nullable Integer left,
            @Nullable Integer usedSince) {}

    /** That it can be rented, and whether it can be bought too. */
    public record Rental(Price perDay, boolean alsoForSale) {}

    /** That its owner would swap it, and whether it can be bought too. */
    public record Swap(boolean alsoForSale) {}

    /** @param amount in fen */
    public record Price(long amount, String currency) {}
}
