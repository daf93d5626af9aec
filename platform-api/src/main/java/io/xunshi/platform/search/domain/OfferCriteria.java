package io.xunshi.platform.search.domain;

import static java.util.stream.Collectors.toMap;

import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.OfferSearchFor;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among lots or demands, and in which order. Within one facet any of the values suffices, and
 * everything that is said must fit; nothing said allows everything.
 *
 * @param words as typed; empty to look at everything
 * @param chosen codes by facet
 * @param quality all of it must be met
 * @param quantity grams or pieces
 * @param price in fen for a tonne or a piece; what has no price is not in any range
 * @param days when lots can be inspected, or demands are needed: one day in common suffices
 * @param validOn what ends before that day is left out
 * @param near how far is how far; null where nobody asks for distances
 */
public record OfferCriteria(
        OfferSide side,
        String words,
        Map<OfferFacet, List<String>> chosen,
        List<QualityWish> quality,
        Range quantity,
        Range price,
        Days days,
        @Nullable LocalDate validOn,
        @Nullable Nearness near,
        OfferSort sort)
        implements PagedQuery {

    public OfferCriteria {
        words = words.strip();
        // Without words everything is equally relevant.
        sort = words.isEmpty() && sort == OfferSort.RELEVANCE ? OfferSort.NEWEST : sort;
        chosen = inOrder(chosen);
        quality = quality.stream()
                .sorted(Comparator.comparing(QualityWish::attribute))
                .toList();
    }

    /**
     * @param search whose qualities are written as {@link QualityWish} describes; others are passed over
     * @param validOn what ends before that day is left out
     * @param near null where nobody asks for distances
     */
    public static OfferCriteria of(
            OfferSearchFor search, @Nullable LocalDate validOn, @Nullable Nearness near, OfferSort sort) {
        return new OfferCriteria(
                search.side(),
                search.words(),
                chosenIn(search),
                search.quality().stream()
                        .map(QualityWish::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                new Range(search.minQuantity(), search.maxQuantity()),
                new Range(search.minPrice(), search.maxPrice()),
                new Days(search.from(), search.to()),
                validOn,
                near,
                sort);
    }

    private static Map<OfferFacet, List<String>> chosenIn(OfferSearchFor search) {
        var chosen = new EnumMap<OfferFacet, List<String>>(OfferFacet.class);
        chosen.put(OfferFacet.MATERIAL, search.material());
        chosen.put(OfferFacet.AREA, search.area());
        chosen.put(OfferFacet.DELIVERY, search.delivery());
        chosen.put(OfferFacet.PAYMENT, search.payment());
        chosen.put(OfferFacet.TAX, search.tax());
        chosen.put(OfferFacet.PACKING, search.packing());
        chosen.put(OfferFacet.PRICE_BASIS, search.priceBasis());
        chosen.put(OfferFacet.STATE, search.state());
        return chosen;
    }

    public boolean hasWords() {
        return !words.isEmpty();
    }

    /** Empty where any will do. */
    public List<String> chosen(OfferFacet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    @Override
    public int numbersInPosition() {
        return sort.numbers();
    }

    /**
     * Whether an offer fits all that is said but the words.
     *
     * @param materials codes from the root of the material tree down to the offer's own
     */
    public boolean isMetBy(FindableOffer offer, List<String> materials) {
        var amount = offer.price();
        return isChosen(OfferFacet.MATERIAL, materials)
                && isChosen(OfferFacet.AREA, List.of(offer.areaCode()))
                && isChosen(OfferFacet.DELIVERY, List.of(offer.delivery()))
                && isChosen(OfferFacet.PAYMENT, List.of(offer.payment()))
                && isChosen(OfferFacet.TAX, List.of(offer.tax()))
                && isChosen(OfferFacet.PACKING, List.of(Objects.requireNonNullElse(offer.packing(), "")))
                && isChosen(OfferFacet.PRICE_BASIS, List.of(offer.priceBasis().name()))
                && isChosen(OfferFacet.STATE, List.of(offer.state()))
                && quality.stream()
                        .allMatch(wish -> wish.isMetBy(offer.quality().get(wish.attribute())))
                && quantity.includes(offer.quantity())
                && price.includes(amount == null ? null : amount.amount())
                && days.meets(offer.from(), offer.to())
                && (near == null || near.reaches(offer.areaCode()))
                && (validOn == null || !offer.lastDay().isBefore(validOn));
    }

    private boolean isChosen(OfferFacet facet, List<String> codes) {
        return chosen(facet).isEmpty() || codes.stream().anyMatch(chosen(facet)::contains);
    }

    private static Map<OfferFacet, List<String>> inOrder(Map<OfferFacet, List<String>> chosen) {
        return chosen.entrySet().stream()
                .filter(choice -> !choice.getValue().isEmpty())
                .collect(toMap(
                        Entry::getKey,
                        choice -> choice.getValue().stream().distinct().sorted().toList(),
                        (one, _) -> one,
                        () -> new EnumMap<>(OfferFacet.class)));
    }

    /** Both ends included; null where there is none. */
    public record Range(@Nullable Long min, @Nullable Long max) {
        public static final Range ANY = new Range(null, null);

        public boolean isAny() {
            return min == null && max == null;
        }

        public boolean isUpsideDown() {
            return min != null && max != null && min > max;
        }

        boolean includes(@Nullable Long number) {
            return isAny() || number != null && (min == null || number >= min) && (max == null || number <= max);
        }
    }

    /** Both ends included; null where there is none. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
        public static final Days ANY = new Days(null, null);

        public boolean isAny() {
            return from == null && to == null;
        }

        public boolean isUpsideDown() {
            return from != null && to != null && from.isAfter(to);
        }

        boolean meets(@Nullable LocalDate first, @Nullable LocalDate last) {
            return isAny()
                    || first != null
                            && last != null
                            && (from == null || !last.isBefore(from))
                            && (to == null || !first.isAfter(to));
        }
    }
}
