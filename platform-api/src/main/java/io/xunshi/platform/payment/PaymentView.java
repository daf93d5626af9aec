package io.xunshi.platform.payment;

import io.xunshi.platform.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as other modules see it.
 *
 * @param givenBack what of the money is back with the payer, as far as only a part of it was wanted back
 * @param payUrl where the payer pays; null until the provider has answered
 */
public record PaymentView(
        PaymentId id,
        UUID orderId,
        Money amount,
        PaymentState state,
        Money givenBack,
        @Nullable String payUrl) {}
