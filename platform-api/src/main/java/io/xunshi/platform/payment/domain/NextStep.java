package io.xunshi.platform.payment.domain;

import io.xunshi.platform.kernel.Money;
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
            case CAPTURED ->
                switch (intent.status()) {
                    case AUTHORIZED -> CAPTURE;
                    case SUCCEEDED -> intent.refunded().compareTo(payment.partBack()) < 0 ? REFUND : REMEMBER;
                    case OPEN, CANCELED -> REMEMBER;
                };
            case GIVEN_BACK ->
                switch (intent.status()) {
                    case OPEN, AUTHORIZED -> CANCEL;
                    case SUCCEEDED ->
                        intent.refunded().amount() < intent.received().amount() ? REFUND : REMEMBER;
                    case CANCELED -> REMEMBER;
                };
        };
    }

    /** What has to be given back for the money to be where it is wanted; zero where it is there. */
    public static Money missingRefund(Payment payment, Intent intent) {
        var wanted = payment.wanted() == Payment.Wanted.GIVEN_BACK ? intent.received() : payment.partBack();
        return wanted.compareTo(intent.refunded()) > 0 ? wanted.minus(intent.refunded()) : Money.fen(0);
    }

    /**
     * What the provider has given back of the part that we wanted back. What it gives back of its own accord is no
     * movement of ours.
     */
    public static Money givenBackOfPart(Payment payment, Intent intent) {
        return intent.refunded().compareTo(payment.partBack()) < 0 ? intent.refunded() : payment.partBack();
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
