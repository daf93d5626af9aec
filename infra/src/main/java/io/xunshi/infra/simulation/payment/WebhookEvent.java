package io.xunshi.infra.simulation.payment;

import java.util.Set;

/**
 * News for the platform.
 *
 * @param id begins with {@code evt_}
 * @param type such as {@code payment_intent.succeeded}
 * @param object the id of what it is about
 * @param payload the body, which is the same at each attempt to deliver it
 */
record WebhookEvent(String id, String type, String object, String payload) {

    /** What an account at Stripe would be set up to send to the platform, which did all else or need not know it. */
    private static final Set<String> SENT = Set.of(
            "payment_intent.amount_capturable_updated",
            "payment_intent.succeeded",
            "payment_intent.canceled",
            "payment_intent.payment_failed",
            "charge.refunded",
            "payout.paid",
            "payout.failed");

    /** Whether it is sent without being asked for. */
    boolean isSent() {
        return SENT.contains(type);
    }
}
