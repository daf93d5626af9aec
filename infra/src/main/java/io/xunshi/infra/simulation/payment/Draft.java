package io.xunshi.infra.simulation.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A {@link Change} while it is being made up. */
final class Draft {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final long now;
    private final List<WebhookEvent> events = new ArrayList<>();

    private @Nullable Payment payment;
    private @Nullable Refund refund;
    private @Nullable Payout payout;
    private @Nullable KeptAnswer answer;

    /** @param now in seconds since 1970 */
    Draft(long now) {
        this.now = now;
    }

    /** Puts the payment down as it is now, and the news of it. */
    Payment put(Payment changed, String eventType) {
        payment = changed;
        announce(eventType, changed.id(), StripeObjects.of(changed, false));
        return changed;
    }

    Refund put(Refund made, Payment refunded) {
        refund = made;
        payment = refunded;
        announce("charge.refunded", String.valueOf(refunded.charge()), StripeObjects.charge(refunded));
        return made;
    }

    Payout put(Payout changed, String eventType) {
        payout = changed;
        announce(eventType, changed.id(), StripeObjects.of(changed));
        return changed;
    }

    KeptAnswer keep(KeptAnswer given) {
        answer = given;
        return given;
    }

    Change finished() {
        return new Change(payment, refund, payout, answer, events, null);
    }

    private void announce(String type, String objectId, Map<String, ?> object) {
        String id = ObjectIds.next("evt");
        String payload = JSON.writeValueAsString(StripeObjects.event(id, now, type, object));
        events.add(new WebhookEvent(id, type, objectId, payload));
    }
}
