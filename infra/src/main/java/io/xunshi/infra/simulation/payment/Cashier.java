package io.xunshi.infra.simulation.payment;

/** What the payer does: the pay page and the commands for tests lead here. */
final class Cashier {

    private static final String CARD_DECLINED = "card_declined";
    private static final String NOT_PROVEN = "payment_intent_authentication_failure";

    private final PaymentBook book;
    private final Faults faults;

    Cashier(PaymentBook book, Faults faults) {
        this.book = book;
        this.faults = faults;
    }

    /** The payment as it is. */
    Payment find(String id) {
        return book.payment(id);
    }

    /** The payer pays, unless a decline is planned. */
    Payment pay(String id) {
        return book.change(draft -> {
            Payment payment = book.payment(id);
            if (payment.isPayable() && faults.happens(Fault.DECLINE)) {
                return draft.put(payment.declined(CARD_DECLINED), "payment_intent.payment_failed");
            }
            Payment paid = payment.paid();
            return draft.put(
                    paid,
                    paid.status() == PaymentStatus.SUCCEEDED
                            ? "payment_intent.succeeded"
                            : "payment_intent.amount_capturable_updated");
        });
    }

    /** The payer's bank says no. */
    Payment decline(String id) {
        return failed(id, CARD_DECLINED);
    }

    /** The payer's bank wants to know who pays. */
    Payment challenge(String id) {
        return book.change(draft -> draft.put(book.payment(id).challenged(), "payment_intent.requires_action"));
    }

    /** The payer does not prove who they are. */
    Payment failChallenge(String id) {
        return failed(id, NOT_PROVEN);
    }

    private Payment failed(String id, String code) {
        return book.change(draft -> draft.put(book.payment(id).declined(code), "payment_intent.payment_failed"));
    }
}
