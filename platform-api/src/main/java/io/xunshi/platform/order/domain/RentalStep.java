package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.RentalCause;
import io.xunshi.platform.order.RentalState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transition.
 *
 * @param reason what a party or the officer wrote; null where nobody wrote anything
 */
public record RentalStep(
        RentalState state,
        Instant at,
        RentalCause cause,
        @Nullable String reason) {}
