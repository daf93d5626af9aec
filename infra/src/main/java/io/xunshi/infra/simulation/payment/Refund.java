package io.xunshi.infra.simulation.payment;

import org.jspecify.annotations.Nullable;

/**
 * Money given back; it succeeds at once.
 *
 * @param id begins with {@code re_}
 * @param created in seconds since 1970
 * @param amount in the smallest unit of the currency
 */
record Refund(
        String id, long created, String payment, @Nullable String charge, long amount, String currency) {

    static Refund of(Payment payment, long amount, long now) {
        return new Refund(
                ObjectIds.next("re"),
                now,
                payment.id(),
                payment.charge(),
                amount,
                payment.terms().currency());
    }
}
