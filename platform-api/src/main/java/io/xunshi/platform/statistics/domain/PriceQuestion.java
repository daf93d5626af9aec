package io.xunshi.platform.statistics.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which prices somebody wants to see.
 *
 * @param material its code; empty for every one
 * @param area its code, empty for the whole city, {@link #ANY_AREA} for every one
 * @param from of weeks that begin on this day or later
 * @param to of weeks that begin on this day or earlier
 * @param asOf as it was published then; null for now
 * @param withHistory every vintage until then, and not the newest alone
 */
public record PriceQuestion(
        String material,
        String area,
        LocalDate from,
        LocalDate to,
        @Nullable Instant asOf,
        boolean withHistory) {
    public static final String ANY_AREA = "ANY";

    /** More than five years of a material in every area. */
    public static final int MOST_ROWS = 5_000;
}
