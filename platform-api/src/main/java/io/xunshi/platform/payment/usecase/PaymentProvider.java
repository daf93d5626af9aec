package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.domain.Intent;
import io.xunshi.platform.payment.domain.Payment;
import io.xunshi.platform.payment.domain.Payout;
import reactor.core.publisher.Mono;

/**
 * The company that moves the money. Everything here is a remote call, is never made inside a transaction, and may be
 * repeated: each carries a key that makes the repetition harmless. Raises
 * {@link io.xunshi.platform.payment.PaymentProblem#PROVIDER_UNAVAILABLE}.
 */
public interface PaymentProvider {

    /** Makes the payment known, to be taken in a second step. */
    Mono<Intent> open(Payment payment);

    Mono<Intent> find(String intentId);

    Mono<Intent> capture(Payment payment, Intent intent);

    Mono<Intent> cancel(Payment payment, Intent intent);

    /**
     * Gives so much of it back.
     *
     * @param intent as the provider last said: what is back already makes the key, so that asking twice gives once
     */
    Mono<Intent> refund(Payment payment, Intent intent, Money amount);

    Mono<PayoutStatus> send(Payout payout);

    Mono<PayoutStatus> findPayout(String providerId);

    /** What the provider says of a payout. */
    record PayoutStatus(String providerId, State state) {

        /** Stripe's statuses, as far as they differ for us. */
        public enum State {
            UNDER_WAY,
            PAID,
            FAILED
        }
    }
}
