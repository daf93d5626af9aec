package io.xunshi.infra.simulation.payment;

import java.util.Locale;

/** Stripe's statuses of a PaymentIntent, without those that pass unseen here. */
enum PaymentStatus {
    REQUIRES_PAYMENT_METHOD,
    /** The payer has to prove who they are. */
    REQUIRES_ACTION,
    /** The money is held ready. */
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED;

    /** As it is written on the wire. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
