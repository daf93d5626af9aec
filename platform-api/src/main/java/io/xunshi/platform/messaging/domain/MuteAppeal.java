package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says against having been muted.
 *
 * @param mutedFor what the moderator told them
 * @param verdict null while it waits
 */
public record MuteAppeal(
        UUID id,
        AccountId account,
        String mutedFor,
        Instant mutedUntil,
        String words,
        Instant madeAt,
        @Nullable Verdict verdict) {

    /** @param remark what the person is told */
    public record Verdict(boolean granted, String remark) {}
}
