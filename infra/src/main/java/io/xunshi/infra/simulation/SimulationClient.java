package io.xunshi.infra.simulation;

import io.xunshi.infra.simulation.payment.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives orders to a running simulation, in this process or another, and asks what it knows. */
public final class SimulationClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI simulation;

    public SimulationClient(URI simulation) {
        this.simulation = simulation;
    }

    /** The payment in Stripe's form, with its charge and refunds. */
    public JsonNode payment(String id) {
        return get("/simulation/payments/" + id);
    }

    /** Payments in Stripe's form, the latest first. */
    public List<JsonNode> payments() {
        return get("/simulation/payments").valueStream().toList();
    }

    /** Payouts in Stripe's form, the latest first. */
    public List<JsonNode> payouts() {
        return get("/simulation/payouts").valueStream().toList();
    }

    /** The payer pays. */
    public void pay(String payment) {
        send("POST", "/simulation/payments/" + payment + "/pay", Map.of());
    }

    /** The payer's bank refuses; they may try again. */
    public void decline(String payment) {
        send("POST", "/simulation/payments/" + payment + "/decline", Map.of());
    }

    /** Lets the fault happen so many more times. */
    public void plan(Fault fault, int times) {
        send("POST", "/simulation/faults", Map.of("fault", fault, "times", times));
    }

    /** What the carrier knows of a parcel; fails where it has none of that reference. */
    public JsonNode parcel(String reference) {
        return parcels().stream()
                .filter(parcel -> parcel.at("/reference").asString().equals(reference))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no parcel " + reference));
    }

    /** The carrier's parcels, the latest first. */
    public List<JsonNode> parcels() {
        return get("/simulation/parcels").valueStream().toList();
    }

    /**
     * Something happens to a parcel.
     *
     * @param status <code>PICKED_UP</code>, <code>IN_TRANSIT</code>, <code>OUT_FOR_DELIVERY</code>, <code>DELIVERED
     *     </code>, <code>LOST</code> or <code>DAMAGED</code>
     */
    public void moveParcel(String reference, String status, String place) {
        send("POST", "/simulation/parcels/" + reference + "/moves", Map.of("status", status, "place", place));
    }

    /**
     * Takes a provider down or slows it.
     *
     * @param provider <code>payment</code>, <code>notice</code>, <code>real-name</code>, <code>stolen-goods</code>,
     *     <code>carrier</code> or <code>push</code>
     */
    public void condition(String provider, boolean isUp, Duration latency) {
        send("PUT", "/simulation/conditions/" + provider, Map.of("isUp", isUp, "latencyMillis", latency.toMillis()));
    }

    /** All providers are up and fast again. */
    public void recover() {
        send(request("/simulation/conditions").DELETE());
    }

    /** The messages to a telephone number or e-mail address, the latest first. */
    public List<JsonNode> messagesTo(String contact) {
        return get("/messages?contact=" + URLEncoder.encode(contact, StandardCharsets.UTF_8))
                .valueStream()
                .toList();
    }

    /** What was pushed to a subscription, still encrypted, the latest first. */
    public List<JsonNode> pushedTo(String subscription) {
        return get("/simulation/push/" + subscription).valueStream().toList();
    }

    /** The next messages to the subscription are answered so; with 0 seconds nothing is said of when to try again. */
    public void decidePush(String subscription, int status, int retryAfterSeconds, int times) {
        send(
                "PUT",
                "/simulation/push/" + subscription + "/fate",
                Map.of("status", status, "retryAfterSeconds", retryAfterSeconds, "times", times));
    }

    private JsonNode get(String path) {
        return send(request(path));
    }

    private void send(String method, String path, Map<String, ?> body) {
        send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(simulation.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new IllegalArgumentException("The simulation refuses: " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The simulation does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the simulation", e);
        }
    }
}
