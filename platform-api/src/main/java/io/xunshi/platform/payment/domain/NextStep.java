package io.xunshi.platform.payment.domain;

import io.xunshi.platform.payment.PaymentState;

/**
 * What to do about a payment, given what we want and what the provider says. A function of these two alone: news may
 * come late, twice or in any order, and the same end is reached.
 */
public enum NextStep {
    /** Remember what the provider says; nothing needs to be asked of it. */
    REMEMBER,
    CAPTURE,
    CANCEL,
    REFUND;

    public static NextStep of(Payment payment, Intent intent) {
        return switch (payment.wanted()) {
            case NOTHING -> REMEMBER;
            case CAPTURED -> intent.status() == Intent.Status.AUTHORIZED ? CAPTURE : REMEMBER;
            case GIVEN_BACK ->
                switch (intent.status()) {
                    case OPEN, AUTHORIZED -> CANCEL;
                    case SUCCEEDED ->
                        intent.refunded().amount() < intent.received().amount() ? REFUND : REMEMBER;
                    case CANCELED -> REMEMBER;
                };
        };
    }

    /** The state that the provider's word amounts to. */
    public static PaymentState stateOf(Intent intent) {
        return switch (intent.status()) {
            case OPEN -> PaymentState.REQUESTED;
            case AUTHORIZED -> PaymentState.AUTHORIZED;
            case CANCELED -> PaymentState.VOIDED;
            case SUCCEEDED ->
                intent.received().amount() > 0 && intent.refunded().equals(intent.received())
                        ? PaymentState.REFUNDED
                        : PaymentState.CAPTURED;
        };
    }
}
