package io.xunshi.platform.corner.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a title in a corner.
 *
 * @param code what its label says, <code>B…</code>
 * @param holder whom it is lent to; null where it is not lent, or they are forgotten
 * @param classId of whom it is lent to
 * @param dueOn null unless it is lent
 */
public record BookCopy(
        UUID id,
        String code,
        String isbn,
        Condition condition,
        CopyState state,
        @Nullable UUID holder,
        @Nullable UUID classId,
        @Nullable LocalDate dueOn) {}
