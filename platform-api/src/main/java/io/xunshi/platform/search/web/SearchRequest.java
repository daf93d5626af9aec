package io.xunshi.platform.search.web;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.search.domain.Origin;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.Sort;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as query parameters; lists are repeated parameters.
 *
 * @param minPrice in fen, inclusive
 * @param maxPrice in fen, inclusive
 * @param swap true leaves out what is not open to swaps
 * @param sent true leaves out what is only handed over in person
 * @param near <code>lat,lon</code>, degrees
 */
record SearchRequest(
        @Nullable @Size(max = 100) String q,
        @Nullable @Size(max = 30) List<String> category,
        @Nullable @Size(max = 30) List<String> district,
        @Nullable @Size(max = 30) List<String> condition,
        @Nullable @PositiveOrZero Long minPrice,
        @Nullable @PositiveOrZero Long maxPrice,
        @Nullable Boolean swap,
        @Nullable Boolean sent,

        @Nullable @Pattern(regexp = Place.FORM) String near,

        @Nullable @DecimalMin("0.1") @DecimalMax("200") Double withinKm,

        @Nullable @Pattern(regexp = "relevance|newest|price-asc|price-desc|near")
        String sort,

        @Nullable @Size(max = 300) String cursor,
        @Nullable @Min(1) @Max(60) Integer limit) {
    private static final int LIMIT = 24;

    int limitOrDefault() {
        return Objects.requireNonNullElse(limit, LIMIT);
    }

    /** @throws io.xunshi.platform.kernel.ProblemException for parameters that contradict each other, each named */
    SearchCriteria criteria() {
        var order = sort == null ? Sort.RELEVANCE : Sort.named(sort);
        var origin = origin();
        var faults = new ArrayList<FieldFault>();
        if (near != null && origin == null) {
            faults.add(new FieldFault("near", "search.field.nowhere"));
        }
        if (near == null && withinKm != null) {
            faults.add(new FieldFault("withinKm", "search.field.needs-near"));
        }
        if (near == null && order == Sort.NEAR) {
            faults.add(new FieldFault("sort", "search.field.needs-near"));
        }
        if (minPrice != null && maxPrice != null && minPrice > maxPrice) {
            faults.add(new FieldFault("minPrice", "search.field.above-max-price"));
        }
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
        return new SearchCriteria(
                Objects.requireNonNullElse(q, ""),
                codes(category),
                codes(district),
                codes(condition),
                minPrice,
                maxPrice,
                Boolean.TRUE.equals(swap),
                Boolean.TRUE.equals(sent),
                origin,
                withinKm,
                order);
    }

    private @Nullable Origin origin() {
        var place = Place.parse(near);
        return place == null ? null : new Origin(place.lat(), place.lon());
    }

    private static List<String> codes(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.isBlank()).toList();
    }
}
