package io.xunshi.platform.payment.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money on its way from a seller's balance to a bank. */
public record Payout(
        UUID id,
        AccountId seller,
        Money amount,
        State state,
        @Nullable String providerId,
        Instant at) {

    /** Where it stands. */
    public enum State {
        REQUESTED,
        PAID,
        FAILED
    }
}
