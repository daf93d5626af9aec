package io.xunshi.platform.interest.web;

import io.xunshi.platform.search.SearchFor;
import io.xunshi.platform.search.SearchFor.Around;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, under the names that the search's own parameters have.
 *
 * @param minPrice in fen, inclusive
 * @param maxPrice in fen, inclusive
 * @param near <code>lat,lon</code>, degrees; kept to about a hundred metres, and only where <code>withinKm</code> asks
 *     how far
 */
record SearchCriteriaRequest(
        @Nullable @Size(max = 100) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Co}]*")
        String q,

        @Nullable @Size(max = 30) List<@NotNull String> category,
        @Nullable @Size(max = 30) List<@NotNull String> district,
        @Nullable @Size(max = 30) List<@NotNull String> condition,
        @Nullable @PositiveOrZero Long minPrice,
        @Nullable @PositiveOrZero Long maxPrice,

        @Nullable @Pattern(regexp = "-?[0-9]{1,2}(\\.[0-9]{1,15})?,-?[0-9]{1,3}(\\.[0-9]{1,15})?")
        String near,

        @Nullable @DecimalMin("0.1") @DecimalMax("200") Double withinKm) {

    SearchFor search() {
        return new SearchFor(
                Objects.requireNonNullElse(q, "").strip(),
                codes(category),
                codes(district),
                codes(condition),
                minPrice,
                maxPrice,
                around());
    }

    private @Nullable Around around() {
        if (near == null || withinKm == null) {
            return null;
        }
        var comma = near.indexOf(',');
        return new Around(rounded(near.substring(0, comma)), rounded(near.substring(comma + 1)), withinKm);
    }

    /** Three decimals, about a hundred metres: nobody's door need be kept. */
    private static double rounded(String degrees) {
        return Math.round(Double.parseDouble(degrees) * 1_000) / 1_000.0;
    }

    private static List<String> codes(@Nullable List<String> values) {
        return values == null ? List.of() : values.stream().distinct().sorted().toList();
    }
}
