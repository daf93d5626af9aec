package io.xunshi.platform.search;

import io.xunshi.platform.exchange.OfferSide;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search looks for among lots or demands, in whatever order. Within one list of codes any suffices; an empty
 * list and an absent bound allow everything.
 *
 * @param words as typed; empty to look at everything
 * @param material nodes of the material tree, what stands below them included
 * @param quality as the search's own parameter has it, <code>al_pct:90..</code>; all of it must be met
 * @param minQuantity grams or pieces, inclusive
 * @param maxQuantity grams or pieces, inclusive
 * @param minPrice in fen for a tonne or a piece, inclusive
 * @param maxPrice in fen for a tonne or a piece, inclusive
 * @param from of the days of inspection or need one must not be before this
 * @param to of these days one must not be after this
 */
public record OfferSearchFor(
        OfferSide side,
        String words,
        List<String> material,
        List<String> area,
        List<String> delivery,
        List<String> payment,
        List<String> tax,
        List<String> packing,
        List<String> priceBasis,
        List<String> state,
        List<String> quality,
        @Nullable Long minQuantity,
        @Nullable Long maxQuantity,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public OfferSearchFor {
        material = List.copyOf(material);
        area = List.copyOf(area);
        delivery = List.copyOf(delivery);
        payment = List.copyOf(payment);
        tax = List.copyOf(tax);
        packing = List.copyOf(packing);
        priceBasis = List.copyOf(priceBasis);
        state = List.copyOf(state);
        quality = List.copyOf(quality);
    }

    /** Whether it would find everything there is. */
    public boolean isForEverything() {
        return words.isBlank()
                && List.of(material, area, delivery, payment, tax, packing, priceBasis, state, quality).stream()
                        .allMatch(List::isEmpty)
                && minQuantity == null
                && maxQuantity == null
                && minPrice == null
                && maxPrice == null
                && from == null
                && to == null;
    }
}
