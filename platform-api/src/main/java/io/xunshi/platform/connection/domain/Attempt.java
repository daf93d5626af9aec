package io.xunshi.platform.connection.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call.
 *
 * @param status null where there was no answer
 * @param failure why there was none; null where there was
 * @param answer the beginning of the answer's body
 */
public record Attempt(
        UUID id,
        Instant at,
        long durationMillis,
        @Nullable Integer status,
        @Nullable String failure,
        String answer) {}
