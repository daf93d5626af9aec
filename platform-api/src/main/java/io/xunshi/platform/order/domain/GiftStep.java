package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transition.
 *
 * @param words what the giver wrote; null where nobody wrote anything
 */
public record GiftStep(
        GiftState state,
        Instant at,
        GiftCause cause,
        @Nullable String words) {}
