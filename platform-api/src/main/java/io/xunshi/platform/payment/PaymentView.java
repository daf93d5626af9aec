package io.xunshi.platform.payment;

import io.xunshi.platform.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as other modules see it.
 *
 * @param payUrl where the payer pays; null until the provider has answered
 */
public record PaymentView(
        PaymentId id,
        UUID orderId,
        Money amount,
        PaymentState state,
        @Nullable String payUrl) {}
