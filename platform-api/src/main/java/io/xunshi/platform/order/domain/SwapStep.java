package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step, whether or not the state changed with it.
 *
 * @param by who took it; null where time or money did
 * @param reason what they wrote; null where nobody wrote anything
 */
public record SwapStep(
        SwapState state,
        Instant at,
        SwapCause cause,
        @Nullable AccountId by,
        @Nullable String reason) {}
