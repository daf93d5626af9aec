package io.xunshi.contracts.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a lot or a demand is found, and what a result shows of it.
 *
 * @param code what people read aloud, <code>F…</code> or <code>J…</code>
 * @param words more that it may be found by: what the material and those above it are called in the trade, the area in
 *     both languages, answers about quality
 * @param names what the material itself is called, for suggestions
 * @param materials codes from the root of the material tree down to the material itself
 * @param facets what is chosen from lists: area, delivery, payment, tax, packing, basis of the price, state
 * @param measure <code>WEIGHT</code> or <code>PIECES</code>
 * @param quantity of a lot what is still to be had, of a demand what is looked for; grams or pieces
 * @param price for a tonne or a piece; null where none is named
 * @param quality by attribute
 * @param days when a lot can be inspected, or when a demand is needed; null where that was not said
 * @param lastDay of the offer, in the city's time
 * @param party who offers or looks for it
 */
public record OfferDocument(
        String code,
        String title,
        String description,
        List<String> words,
        List<String> names,
        List<String> materials,
        Facets facets,
        String measure,
        long quantity,
        @Nullable Price price,
        Map<String, Quality> quality,
        @Nullable Days days,
        LocalDate lastDay,
        Instant offeredAt,
        Party party,
        String address) {

    public OfferDocument {
        words = List.copyOf(words);
        names = List.copyOf(names);
        materials = List.copyOf(materials);
        quality = Map.copyOf(quality);
    }

    /** The material itself, the last of the path. */
    public String materialCode() {
        return materials.getLast();
    }

    /**
     * Codes.
     *
     * @param packing null for a demand
     */
    public record Facets(
            String area,
            String delivery,
            String payment,
            String tax,
            @Nullable String packing,
            String priceBasis,
            String state) {}

    /** @param amount in fen */
    public record Price(long amount, String currency) {}

    /**
     * What is said or asked of one attribute. A lot says one number or one answer; a demand asks for a stretch of
     * numbers or some answers.
     *
     * @param least null without a lower bound, and for what is no number
     * @param most null without an upper bound, and for what is no number
     * @param answers none for a number
     */
    public record Quality(
            @Nullable BigDecimal least, @Nullable BigDecimal most, List<String> answers) {
        public Quality {
            answers = List.copyOf(answers);
        }
    }

    /** From the first to the last of them. */
    public record Days(LocalDate from, LocalDate to) {}

    /** @param id text, since the index only hands it on */
    public record Party(String id, String name, String place) {}
}
