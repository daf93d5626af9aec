package io.xunshi.contracts.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is found, and what a result shows of it.
 *
 * @param code what people read aloud, <code>L…</code>
 * @param categories the codes of the category and all above it, the root first
 * @param words more that it may be found by: names of category, grade and district in both languages, attribute values
 * @param priceFen in fen of the currency
 * @param lat degrees north (WGS 84), already moved from the true place
 * @param lon degrees east
 * @param photo the first picture; null where there is none
 * @param rental null where it cannot be rented
 * @param swap null where its owner does not swap it
 * @param sent whether it can be sent to a buyer; null in messages that say nothing of it, and cannot be then
 * @param left how many pieces of a stock can be had; null for a unique thing
 * @param usedSince the year from which its safe use is counted; null where none is stated
 */
public record ListingDocument(
        String code,
        String title,
        String description,
        List<String> categories,
        List<String> words,
        String conditionCode,
        String districtCode,
        long priceFen,
        String currency,
        double lat,
        double lon,
        Instant publishedAt,
        @Nullable Photo photo,
        @Nullable Rental rental,
        @Nullable Swap swap,
        @Nullable Boolean sent,
        @Nullable Integer left,
        @Nullable Integer usedSince) {

    public ListingDocument {
        categories = List.copyOf(categories);
        words = List.copyOf(words);
    }

    /** The category itself, the last of the path. */
    public String categoryCode() {
        return categories.getLast();
    }

    /**
     * A picture as the web client shows it.
     *
     * @param id text, since the index only hands it on
     * @param placeholder a <code>data:</code> address of some hundred bytes
     * @param variants from small to large
     */
    public record Photo(String id, int width, int height, String placeholder, List<Variant> variants) {

        public Photo {
            variants = List.copyOf(variants);
        }
    }

    /**
     * That it can be rented.
     *
     * @param perDayFen in fen of the currency
     * @param alsoForSale where it is not, the price is what the thing is worth
     */
    public record Rental(long perDayFen, boolean alsoForSale) {}

    /**
     * That its owner would swap it.
     *
     * @param alsoForSale where it is not, the price is what the thing is worth
     */
    public record Swap(boolean alsoForSale) {}

    /** One size of a picture, in pixels. */
    public record Variant(int width, int height, String url) {}
}
