package io.xunshi.platform.wanted.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.wanted.domain.Wish;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param answers what the thing must answer to its category's questions with choices
 * @param maxPrice in fen; left out where it is open
 * @param leastCondition the worst grade that will do; left out for any
 * @param districtCode left out for the whole city
 * @param withinKm from the district's centre; left out for the district alone
 * @param lastDay in the city's time, at most ninety days from today
 */
record WishRequest(
        @NotNull String words,
        @Nullable String description,
        @NotNull String categoryCode,
        @Nullable Map<String, @NotNull String> answers,
        @Nullable Money maxPrice,
        @Nullable String leastCondition,
        @Nullable String districtCode,
        @Nullable Integer withinKm,
        @NotNull LocalDate lastDay) {

    Wish wish() {
        return new Wish(
                words,
                Objects.requireNonNullElse(description, ""),
                categoryCode,
                Objects.requireNonNullElse(answers, Map.of()),
                maxPrice,
                leastCondition,
                districtCode,
                withinKm,
                lastDay);
    }
}
