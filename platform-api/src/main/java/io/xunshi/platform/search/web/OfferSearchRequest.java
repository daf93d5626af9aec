package io.xunshi.platform.search.web;

import io.xunshi.platform.catalog.District;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.search.OfferSearchFor;
import io.xunshi.platform.search.domain.Nearness;
import io.xunshi.platform.search.domain.OfferCriteria;
import io.xunshi.platform.search.domain.OfferSearchRules;
import io.xunshi.platform.search.domain.OfferSort;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among lots or demands, as query parameters; lists are repeated parameters.
 *
 * @param material nodes of the material tree, what stands below them included
 * @param area where the goods lie or are needed; <code>OUTSIDE</code> for outside the city
 * @param packing of lots
 * @param quality <code>al_pct:90..</code>, <code>inclusion_pct:..2</code>, <code>al_pct:90..98</code> or <code>
 *     form:sheet|wire</code>; all of them must be met
 * @param minQuantity grams or pieces, inclusive
 * @param maxQuantity grams or pieces, inclusive
 * @param minPrice in fen for a tonne or a piece, inclusive
 * @param maxPrice in fen for a tonne or a piece, inclusive
 * @param from of the days on which lots can be inspected or demands are needed one must not be before this
 * @param to of these days one must not be after this
 * @param validOn what ends before that day is left out
 * @param near a district's code, or <code>lat,lon</code>, degrees: distances are from there to the centre of the area
 * @param within kilometres from there; what lies outside the city is then left out
 */
record OfferSearchRequest(
        @Nullable @Size(max = 100) String q,
        @Nullable @Size(max = 30) List<String> material,
        @Nullable @Size(max = 30) List<String> area,
        @Nullable @Size(max = 30) List<String> delivery,
        @Nullable @Size(max = 30) List<String> payment,
        @Nullable @Size(max = 30) List<String> tax,
        @Nullable @Size(max = 30) List<String> packing,
        @Nullable @Size(max = 30) List<String> priceBasis,
        @Nullable @Size(max = 30) List<String> state,
        @Nullable @Size(max = 10) List<@NotNull @Size(max = 250) String> quality,
        @Nullable @PositiveOrZero Long minQuantity,
        @Nullable @PositiveOrZero Long maxQuantity,
        @Nullable @PositiveOrZero Long minPrice,
        @Nullable @PositiveOrZero Long maxPrice,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate validOn,

        @Nullable @Pattern(regexp = "[A-Z0-9-]{1,20}|" + Place.FORM)
        String near,

        @Nullable @Min(1) @Max(500) Integer within,

        @Nullable @Pattern(regexp = "relevance|newest|price-asc|price-desc|quantity-asc|quantity-desc|nearest")
        String sort,

        @Nullable @Size(max = 300) String cursor,
        @Nullable @Min(1) @Max(60) Integer limit) {
    private static final int LIMIT = 24;
    private static final long METRES_PER_KILOMETRE = 1_000;

    int limitOrDefault() {
        return Objects.requireNonNullElse(limit, LIMIT);
    }

    /**
     * @param districts of the city, with their centres
     * @throws io.xunshi.platform.kernel.ProblemException for parameters that mean nothing, each named
     */
    OfferCriteria criteria(OfferSide side, List<District> districts) {
        var search = search(side);
        var order = sort == null ? OfferSort.RELEVANCE : OfferSort.named(sort);
        var from = placeIn(districts);
        var faults = new ArrayList<>(OfferSearchRules.faultsOf(search));
        if (near != null && from == null) {
            faults.add(new FieldFault("near", "search.field.no-place"));
        }
        if (near == null && within != null) {
            faults.add(new FieldFault("within", "search.field.needs-place"));
        }
        if (near == null && order == OfferSort.NEAREST) {
            faults.add(new FieldFault("sort", "search.field.needs-place"));
        }
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
        return OfferCriteria.of(search, validOn, nearness(from, districts), order);
    }

    private @Nullable Nearness nearness(@Nullable Place from, List<District> districts) {
        var metres = within == null ? null : within * METRES_PER_KILOMETRE;
        return from == null ? null : Nearness.from(from, districts, metres);
    }

    /** Null where none is said, and for what is nowhere. */
    private @Nullable Place placeIn(List<District> districts) {
        if (near == null || near.contains(",")) {
            return Place.parse(near);
        }
        return districts.stream()
                .filter(district -> district.code().equals(near))
                .findFirst()
                .map(district -> new Place(district.lat(), district.lon()))
                .orElse(null);
    }

    private OfferSearchFor search(OfferSide side) {
        return new OfferSearchFor(
                side,
                Objects.requireNonNullElse(q, ""),
                codes(material),
                codes(area),
                codes(delivery),
                codes(payment),
                codes(tax),
                codes(packing),
                codes(priceBasis),
                codes(state),
                codes(quality),
                minQuantity,
                maxQuantity,
                minPrice,
                maxPrice,
                from,
                to);
    }

    private static List<String> codes(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.isBlank()).toList();
    }
}
