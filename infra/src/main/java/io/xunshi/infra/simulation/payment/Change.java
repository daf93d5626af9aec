package io.xunshi.infra.simulation.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request changed: all of it happens or none. An object stands here as it is afterwards.
 *
 * @param delivered the id of an event that the platform has accepted
 */
record Change(
        @Nullable Payment payment,
        @Nullable Refund refund,
        @Nullable Payout payout,
        @Nullable KeptAnswer answer,
        List<WebhookEvent> events,
        @Nullable String delivered) {

    Change {
        events = List.copyOf(events);
    }

    static Change delivered(String event) {
        return new Change(null, null, null, null, List.of(), event);
    }

    boolean isNothing() {
        return payment == null
                && refund == null
                && payout == null
                && answer == null
                && events.isEmpty()
                && delivered == null;
    }
}
