package io.xunshi.indexer.document;

import io.xunshi.contracts.search.OfferDocument.Days;
import io.xunshi.contracts.search.OfferDocument.Party;
import io.xunshi.contracts.search.OfferDocument.Price;
import io.xunshi.contracts.search.OfferDocument.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot or a demand as Elasticsearch stores it; <code>offers.json</code> says how each field is searched.
 *
 * @param suggest what is offered while somebody types
 * @param least by attribute the least number that fits: of a lot the number that it says
 * @param most by attribute the greatest number that fits
 * @param answers by attribute the answers that fit
 * @param from the first day of inspection or need; null where that was not said
 * @param card what a result shows, stored ready to be sent
 */
public record OfferIndexDocument(
        UUID id,
        String title,
        String description,
        List<String> words,
        List<String> suggest,
        List<String> materials,
        String area,
        String delivery,
        String payment,
        String tax,
        @Nullable String packing,
        String priceBasis,
        String state,
        @Nullable Long priceFen,
        long quantity,
        Map<String, BigDecimal> least,
        Map<String, BigDecimal> most,
        Map<String, List<String>> answers,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LocalDate lastDay,
        Instant publishedAt,
        Card card)
        implements StoredDocument {

    /** The fields of a search result that do not depend on the query. */
    public record Card(
            UUID id,
            String code,
            String state,
            String title,
            String materialCode,
            String measure,
            long quantity,
            @Nullable Price price,
            String priceBasis,
            String tax,
            String delivery,
            String payment,
            @Nullable String packing,
            Map<String, Quality> quality,
            Place place,
            Party party,
            @Nullable Days days,
            LocalDate lastDay,
            Instant offeredAt) {}

    /** Where goods lie, or are needed. */
    public record Place(String areaCode, String address) {}
}
