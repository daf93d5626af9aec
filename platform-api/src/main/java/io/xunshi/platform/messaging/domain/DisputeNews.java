package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.OrderEvents.DisputeMoved;
import io.xunshi.platform.order.OrderState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the two sides are told of a step of a dispute. */
public final class DisputeNews {
    private DisputeNews() {}

    /** Whether the purchase itself tells it: money that is back after a purchase was called off is its news. */
    public static boolean isToldByPurchase(DisputeMoved event) {
        return event.step() == DisputeStep.REFUND_ARRIVED
                && (event.purchase() == OrderState.CANCELLING || event.purchase() == OrderState.CANCELLED);
    }

    public static NotificationKind kindOf(DisputeStep step) {
        return switch (step) {
            case OPENED -> NotificationKind.DISPUTE_OPENED;
            case DECIDED, DECIDED_FINALLY -> NotificationKind.DISPUTE_DECIDED;
            case WITHDRAWN, NOT_RETURNED_IN_TIME, REFUND_ARRIVED -> NotificationKind.DISPUTE_CLOSED;
            case REJECTED,
                    PROPOSED,
                    EVIDENCE_ADDED,
                    AGREED,
                    NOT_ANSWERED_IN_TIME,
                    ESCALATED,
                    NOT_SETTLED_IN_TIME,
                    APPEALED,
                    NOT_APPEALED_IN_TIME,
                    RETURN_CLAIMED,
                    RETURN_CONFIRMED,
                    RETURN_DENIED,
                    NOT_DENIED_IN_TIME -> NotificationKind.DISPUTE_MOVED;
        };
    }

    /** Everybody but the one who did it. */
    public static Set<Side> toldTo(DisputeMoved event) {
        var by = event.by();
        return Stream.of(Side.values())
                .filter(side -> by == null || !side.name().equals(by.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Map<String, String> detailsOf(DisputeMoved event) {
        var details = new HashMap<String, String>();
        details.put("disputeId", event.disputeId().toString());
        details.put("step", event.step().name());
        details.put("state", event.state().name());
        var by = event.by();
        if (by != null) {
            details.put("by", by.name());
        }
        var refund = event.refund();
        if (refund != null) {
            details.put("refundFen", String.valueOf(refund.amount()));
        }
        return Map.copyOf(details);
    }
}
