package io.xunshi.platform.consignment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the agreement lets happen to an item by itself.
 *
 * @param number counts the item's timers
 * @param percentOff of a mark-down; null for the others
 */
public record ItemTimer(
        UUID itemId,
        int number,
        Kind kind,
        Instant dueAt,
        @Nullable Integer percentOff) {
    /** Long enough to come by and say no. */
    public static final Duration AHEAD = Duration.ofDays(2);

    /** How long what nobody fetched is kept before the agreement's choice is carried out, and between reminders. */
    public static final Duration GRACE = Duration.ofDays(14);

    /** What happens. */
    public enum Kind {
        ANNOUNCE_MARKDOWN,
        MARKDOWN,
        ANNOUNCE_END,
        END,
        /** Repeats while the item waits. */
        REMIND
    }
}
