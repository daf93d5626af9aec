package io.xunshi.platform.payment;

import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/** Money on its way from a balance to a bank. */
public record PayoutView(UUID id, Money amount, PayoutState state, Instant at) {}
