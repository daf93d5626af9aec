package io.xunshi.platform.payment.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.PaymentView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment with what only this module may see.
 *
 * @param wanted what we want of the provider
 * @param intentId the provider's name for it; null until it has answered
 */
public record Payment(
        PaymentId id,
        UUID orderId,
        PaymentPurpose purpose,
        AccountId payer,
        Money amount,
        String description,
        PaymentState state,
        Wanted wanted,
        @Nullable String intentId,
        @Nullable String payUrl) {

    public PaymentView view() {
        return new PaymentView(id, orderId, amount, state, payUrl);
    }

    /** What we want to come true. Giving back wins over taking: once wanted, it stays so. */
    public enum Wanted {
        NOTHING,
        CAPTURED,
        GIVEN_BACK
    }
}
