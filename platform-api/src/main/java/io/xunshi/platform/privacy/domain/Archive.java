package io.xunshi.platform.privacy.domain;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy of what is kept about a person, put together for them.
 *
 * @param readyAt null while it is being put together
 */
public record Archive(
        UUID id,
        AccountId account,
        Instant requestedAt,
        @Nullable Instant readyAt) {}
