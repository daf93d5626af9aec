package io.xunshi.platform.identity.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands with the platform.
 *
 * @param leavingSince null for who stays
 * @param suspendedUntil null where that never happened
 */
public record Standing(
        @Nullable Instant leavingSince, @Nullable Instant suspendedUntil) {

    /** What that means at a moment. */
    public Now at(Instant now) {
        if (suspendedUntil != null && now.isBefore(suspendedUntil)) {
            return new Suspended(suspendedUntil);
        }
        return leavingSince == null ? new Good() : new Leaving();
    }

    /** Whether the account may begin something, and if not, why. */
    public sealed interface Now {}

    /** May do everything. */
    public record Good() implements Now {}

    /** Asked to be erased. */
    public record Leaving() implements Now {}

    /** Did what is not allowed here. */
    public record Suspended(Instant until) implements Now {}
}
