package io.xunshi.platform.corner.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school term (学期).
 *
 * @param schoolYear the year in which the school year began
 * @param closedAt null while it is open
 */
public record Term(
        UUID id,
        int schoolYear,
        Half half,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Instant closedAt) {

    /** 第一学期 and 第二学期. */
    public enum Half {
        AUTUMN,
        SPRING
    }
}
