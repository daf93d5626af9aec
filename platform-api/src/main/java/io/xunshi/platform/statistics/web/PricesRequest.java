package io.xunshi.platform.statistics.web;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.statistics.domain.PriceQuestion;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which prices of scrap somebody wants, as query parameters.
 *
 * @param material all where it is left out
 * @param area of the sixteen, or ZZ for the whole city; any where it is left out
 * @param from weeks that begin on this day or later; a year before the last where it is left out
 * @param to weeks that begin on this day or before; today where it is left out
 * @param asOf as it was published then
 * @param includeHistory every vintage, and not the newest alone
 */
record PricesRequest(
        @Nullable @Pattern(regexp = CODE) String material,
        @Nullable @Pattern(regexp = CODE) String area,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant asOf,
        @Nullable Boolean includeHistory) {
    /** How the whole city is asked for among areas. */
    static final String CITY = "ZZ";

    private static final String CODE = "[A-Z0-9-]{1,24}";
    private static final int WEEKS_SHOWN = 52;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    /** @throws ProblemException for days of another century, each named */
    PriceQuestion question(LocalDate today) {
        var last = within("to", to == null ? today : to);
        var first = within("from", from == null ? last.minusWeeks(WEEKS_SHOWN) : from);
        if (asOf != null) {
            within("asOf", LocalDate.ofInstant(asOf, CityTime.ZONE));
        }
        return new PriceQuestion(
                Objects.requireNonNullElse(material, ""),
                areaAsked(),
                first,
                last,
                asOf,
                Boolean.TRUE.equals(includeHistory));
    }

    private String areaAsked() {
        if (area == null) {
            return PriceQuestion.ANY_AREA;
        }
        return area.equals(CITY) ? "" : area;
    }

    private static LocalDate within(String field, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw FieldFault.refuse(List.of(new FieldFault(field, "statistics.field.no-day")));
        }
        return day;
    }
}
