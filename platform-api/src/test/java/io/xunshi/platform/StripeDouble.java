package io.xunshi.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment provider that speaks as much of Stripe's wire protocol as the platform uses: keys on every POST, answers
 * replayed by key, states checked. Sends no webhooks by itself; tests send them, in the order that they want.
 */
public final class StripeDouble {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, StripeIntent> intents = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> payouts = new ConcurrentHashMap<>();
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final HttpServer server;

    StripeDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/", this::handle);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The payer pays: the money is held ready. */
    public void authorize(String intentId) {
        intent(intentId).status = "requires_capture";
    }

    /** The next requests are answered with 500 and do nothing. */
    public void failNext(int requests) {
        failures.set(requests);
    }

    /** The next POSTs do their work and then answer 500, as when an answer is lost on the way. */
    public void loseAnswers(int requests) {
        lostAnswers.set(requests);
    }

    public void endPayout(String payoutId, String status) {
        Objects.requireNonNull(payouts.get(payoutId)).put("status", status);
    }

    public String payoutOf(long amount) {
        return payouts.values().stream()
                .filter(payout -> Objects.equals(payout.get("amount"), amount))
                .map(payout -> (String) payout.get("id"))
                .findFirst()
                .orElseThrow();
    }

    /** What the provider holds for the platform from an intent, in fen. */
    public long heldFrom(String intentId) {
        return intent(intentId).received - intent(intentId).refunded;
    }

    public String statusOf(String intentId) {
        return intent(intentId).status;
    }

    public int refundsOf(String intentId) {
        return intent(intentId).refunds;
    }

    private StripeIntent intent(String id) {
        return Objects.requireNonNull(intents.get(id), id);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                send(exchange, 500, "{}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            var path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, read(path));
                return;
            }
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (key == null) {
                send(
                        exchange,
                        400,
                        "{\"error\":{\"type\":\"invalid_request_error\"}}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            var body = answers.computeIfAbsent(key, first -> JSON.writeValueAsBytes(write(path, form)));
            send(exchange, lostAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 500 : 200, body);
        }
    }

    private @Nullable Object read(String path) {
        var parts = path.split("/");
        return parts[2].equals("payment_intents")
                ? intents.containsKey(parts[3]) ? intent(parts[3]).json() : null
                : payouts.get(parts[3]);
    }

    private Object write(String path, Map<String, String> form) {
        var parts = path.split("/");
        if (path.equals("/v1/payment_intents")) {
            var made = new StripeIntent("pi_" + UUID.randomUUID(), Long.parseLong(form.get("amount")));
            intents.put(made.id, made);
            return made.json();
        }
        if (path.equals("/v1/refunds")) {
            return refund(form);
        }
        if (path.equals("/v1/payouts")) {
            var payout = new ConcurrentHashMap<String, Object>(Map.of(
                    "id",
                    "po_" + UUID.randomUUID(),
                    "amount",
                    Long.parseLong(form.get("amount")),
                    "status",
                    "pending"));
            payouts.put((String) payout.get("id"), payout);
            return payout;
        }
        return intent(parts[3]).move(parts[4]).json();
    }

    private Object refund(Map<String, String> form) {
        var refunded = intent(form.getOrDefault("payment_intent", ""));
        refunded.refunded += Long.parseLong(form.get("amount"));
        refunded.refunds++;
        return Map.of("id", "re_" + UUID.randomUUID(), "status", "succeeded");
    }

    private static void answer(HttpExchange exchange, @Nullable Object found) throws IOException {
        send(exchange, found == null ? 404 : 200, JSON.writeValueAsBytes(found == null ? Map.of() : found));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> form(String body) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static final class StripeIntent {
        private final String id;
        private final long amount;
        private volatile String status = "requires_payment_method";
        private volatile long received;
        private volatile long refunded;
        private volatile int refunds;

        StripeIntent(String id, long amount) {
            this.id = id;
            this.amount = amount;
        }

        synchronized StripeIntent move(String action) {
            if (action.equals("capture") && status.equals("requires_capture")) {
                status = "succeeded";
                received = amount;
            } else if (action.equals("cancel") && !status.equals("succeeded")) {
                status = "canceled";
            }
            return this;
        }

        Map<String, Object> json() {
            return Map.of(
                    "id", id,
                    "object", "payment_intent",
                    "amount", amount,
                    "amount_received", received,
                    "currency", "cny",
                    "status", status,
                    "latest_charge", Map.of("amount_refunded", refunded));
        }
    }
}
