package io.xunshi.platform.payment.domain;

import io.xunshi.platform.kernel.Money;

/**
 * What the provider says of a payment, at the moment it was asked.
 *
 * @param received what it has taken
 * @param refunded what of that it has given back for good
 */
public record Intent(String id, Status status, Money amount, Money received, Money refunded, String payUrl) {

    /** Stripe's statuses of a PaymentIntent, as far as they differ for us. */
    public enum Status {
        /** requires_payment_method, requires_confirmation, requires_action, processing */
        OPEN,
        /** requires_capture */
        AUTHORIZED,
        /** succeeded */
        SUCCEEDED,
        /** canceled */
        CANCELED
    }
}
