package io.xunshi.platform.payment.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a payment on its way back to the payer (退款), or all of it.
 *
 * @param id the reason for it; also the key under which the provider is asked, so asking twice gives back once
 * @param providerId the provider's name for it; null until it has answered
 */
public record Refund(
        UUID id,
        PaymentId payment,
        UUID orderId,
        Money amount,
        State state,
        @Nullable String providerId) {

    /** Where it stands. */
    public enum State {
        /** Out of escrow and owed to the payer; the provider has not yet said that it is done. */
        REQUESTED,
        PAID
    }
}
