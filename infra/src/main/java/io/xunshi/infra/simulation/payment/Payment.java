package io.xunshi.infra.simulation.payment;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A PaymentIntent and its charge.
 *
 * @param charge the charge's id, once the payer has paid
 * @param received what was taken, in the smallest unit
 * @param refunded what of that was given back
 * @param declineCode why the last attempt to pay failed, in Stripe's words
 */
record Payment(
        Terms terms,
        PaymentStatus status,
        @Nullable String charge,
        long received,
        long refunded,
        @Nullable String declineCode) {

    private static final Set<PaymentStatus> PAYABLE =
            EnumSet.of(PaymentStatus.REQUIRES_PAYMENT_METHOD, PaymentStatus.REQUIRES_ACTION);
    private static final Set<PaymentStatus> CANCELABLE = EnumSet.of(
            PaymentStatus.REQUIRES_PAYMENT_METHOD, PaymentStatus.REQUIRES_ACTION, PaymentStatus.REQUIRES_CAPTURE);

    static Payment opened(Terms terms) {
        return new Payment(terms, PaymentStatus.REQUIRES_PAYMENT_METHOD, null, 0, 0, null);
    }

    String id() {
        return terms.id();
    }

    /** Whether the payer can still pay. */
    boolean isPayable() {
        return PAYABLE.contains(status);
    }

    /** What was taken and not given back. */
    long unrefunded() {
        return received - refunded;
    }

    /** The payer is asked to prove who they are. */
    Payment challenged() {
        require(PAYABLE, "confirmed");
        return new Payment(terms, PaymentStatus.REQUIRES_ACTION, null, 0, 0, null);
    }

    /** The payer has paid: the money is held ready, or taken at once where that was agreed. */
    Payment paid() {
        require(PAYABLE, "confirmed");
        String made = ObjectIds.next("ch");
        return terms.isCapturedByHand()
                ? new Payment(terms, PaymentStatus.REQUIRES_CAPTURE, made, 0, 0, null)
                : new Payment(terms, PaymentStatus.SUCCEEDED, made, terms.amount(), 0, null);
    }

    /** The payer has tried to pay and was refused; they may try again. */
    Payment declined(String code) {
        require(PAYABLE, "confirmed");
        return new Payment(terms, PaymentStatus.REQUIRES_PAYMENT_METHOD, null, 0, 0, code);
    }

    /** What was held ready is taken. */
    Payment captured() {
        require(EnumSet.of(PaymentStatus.REQUIRES_CAPTURE), "captured");
        return new Payment(terms, PaymentStatus.SUCCEEDED, charge, terms.amount(), 0, null);
    }

    Payment canceled() {
        require(CANCELABLE, "canceled");
        return new Payment(terms, PaymentStatus.CANCELED, charge, 0, 0, declineCode);
    }

    Payment refunded(long amount) {
        require(EnumSet.of(PaymentStatus.SUCCEEDED), "refunded");
        if (unrefunded() == 0) {
            throw StripeError.state("charge_already_refunded", "Charge " + charge + " has already been refunded.");
        }
        if (amount > unrefunded()) {
            throw StripeError.invalid("amount", "Refund amount is greater than unrefunded amount on charge.");
        }
        return new Payment(terms, status, charge, received, refunded + amount, null);
    }

    private void require(Set<PaymentStatus> allowed, String action) {
        if (!allowed.contains(status)) {
            throw StripeError.state(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent could not be " + action + " because it has a status of " + status.wireName()
                            + ". Only a PaymentIntent with one of the following statuses may be " + action + ": "
                            + allowed.stream().map(PaymentStatus::wireName).collect(Collectors.joining(", "))
                            + ".");
        }
    }
}
