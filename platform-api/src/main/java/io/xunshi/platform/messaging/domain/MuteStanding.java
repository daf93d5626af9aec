package io.xunshi.platform.messaging.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may write to nobody for a while.
 *
 * @param report for which
 * @param reason what the moderator told them
 * @param appeal null where there is none
 */
public record MuteStanding(
        Instant until, UUID report, String reason, @Nullable MuteAppeal appeal) {}
