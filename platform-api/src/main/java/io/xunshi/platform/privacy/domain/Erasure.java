package io.xunshi.platform.privacy.domain;

import io.xunshi.platform.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish of a person to be forgotten, while it waits.
 *
 * @param dueAt the end of the days in which it can be called off; before that nothing is erased
 * @param clearSince since when nothing hinders it; null where something did at the last look
 */
public record Erasure(
        UUID id,
        AccountId account,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Instant clearSince) {
    /** What hinders it ends by others' doing or by timers of days; looking more often finds nothing sooner. */
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    /**
     * What a look at it ends in.
     *
     * @param isHindered whether something is unfinished
     * @param settling how long after the last unfinished thing was over its news may still be under way to others: an
     *     entry of the log that is made later would bring back what was forgotten
     */
    public Look look(boolean isHindered, Instant now, Duration settling) {
        if (now.isBefore(dueAt)) {
            return new Wait(dueAt, null);
        }
        if (isHindered) {
            return new Wait(now.plus(BETWEEN_LOOKS), null);
        }
        var since = clearSince == null ? now : clearSince;
        var settled = since.plus(settling);
        return now.isBefore(settled) ? new Wait(settled, since) : new Erase();
    }

    /** What is done now. */
    public sealed interface Look {}

    /** Looks again at a moment. */
    public record Wait(Instant until, @Nullable Instant clearSince) implements Look {}

    /** Forgets the person. */
    public record Erase() implements Look {}
}
