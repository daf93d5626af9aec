package io.xunshi.platform.payment.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.PayoutState;
import io.xunshi.platform.payment.PayoutView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money on its way from a balance to a bank. */
public record Payout(
        UUID id,
        Payee payee,
        Money amount,
        PayoutState state,
        @Nullable String providerId,
        Instant at) {

    public PayoutView view() {
        return new PayoutView(id, amount, state, at);
    }
}
