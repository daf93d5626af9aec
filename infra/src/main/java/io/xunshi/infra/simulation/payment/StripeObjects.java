package io.xunshi.infra.simulation.payment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the provider holds, in the form of Stripe's JSON objects. */
final class StripeObjects {

    private static final String API_VERSION = "2025-09-30.clover";

    private StripeObjects() {}

    /** @param isChargeExpanded whether the charge itself is in it, and not only its id */
    static Map<String, @Nullable Object> of(Payment payment, boolean isChargeExpanded) {
        Terms terms = payment.terms();
        var json = object("payment_intent", terms.id(), terms.created());
        json.put("amount", terms.amount());
        json.put("amount_capturable", payment.status() == PaymentStatus.REQUIRES_CAPTURE ? terms.amount() : 0);
        json.put("amount_received", payment.received());
        json.put("capture_method", terms.isCapturedByHand() ? "manual" : "automatic");
        json.put("currency", terms.currency());
        json.put("description", terms.description());
        json.put("last_payment_error", lastError(payment));
        json.put("latest_charge", isChargeExpanded && payment.charge() != null ? charge(payment) : payment.charge());
        json.put("metadata", terms.metadata());
        json.put("next_action", null);
        json.put("payment_method_types", List.of("card"));
        json.put("status", payment.status().wireName());
        return json;
    }

    static Map<String, @Nullable Object> charge(Payment payment) {
        Terms terms = payment.terms();
        var json = object("charge", Objects.requireNonNull(payment.charge()), terms.created());
        json.put("amount", terms.amount());
        json.put("amount_captured", payment.received());
        json.put("amount_refunded", payment.refunded());
        json.put("captured", payment.received() > 0);
        json.put("currency", terms.currency());
        json.put("metadata", terms.metadata());
        json.put("paid", true);
        json.put("payment_intent", terms.id());
        json.put("refunded", payment.received() > 0 && payment.refunded() == payment.received());
        json.put("status", "succeeded");
        return json;
    }

    static Map<String, @Nullable Object> of(Refund refund) {
        var json = object("refund", refund.id(), refund.created());
        json.put("amount", refund.amount());
        json.put("charge", refund.charge());
        json.put("currency", refund.currency());
        json.put("payment_intent", refund.payment());
        json.put("status", "succeeded");
        return json;
    }

    static Map<String, @Nullable Object> of(Payout payout) {
        var json = object("payout", payout.id(), payout.created());
        json.put("amount", payout.amount());
        json.put("arrival_date", payout.created());
        json.put("currency", payout.currency());
        json.put("failure_code", payout.state() == Payout.State.FAILED ? "account_closed" : null);
        json.put("metadata", payout.metadata());
        json.put("method", "standard");
        json.put("status", payout.state().wireName());
        json.put("type", "bank_account");
        return json;
    }

    static Map<String, @Nullable Object> event(String id, long created, String type, Map<String, ?> object) {
        var json = object("event", id, created);
        json.put("api_version", API_VERSION);
        json.put("data", Map.of("object", object));
        json.put("pending_webhooks", 1);
        json.put("type", type);
        return json;
    }

    private static Map<String, @Nullable Object> object(String kind, String id, long created) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("object", kind);
        json.put("created", created);
        json.put("livemode", false);
        return json;
    }

    private static @Nullable Map<String, String> lastError(Payment payment) {
        String code = payment.declineCode();
        return code == null
                ? null
                : Map.of("type", "card_error", "code", code, "message", "The payment was not accepted.");
    }
}
