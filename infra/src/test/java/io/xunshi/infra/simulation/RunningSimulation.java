package io.xunshi.infra.simulation;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulation for one test, what platform-api and a browser say to it, and a platform that hears its webhooks. */
public final class RunningSimulation implements BeforeEachCallback, AfterEachCallback {

    public static final String SECRET = "whsec_simulation";

    private static final String KEY = "sk_test_simulation";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private @Nullable Path folder;
    private @Nullable HttpServer platform;
    private @Nullable ProviderSimulation simulation;

    /** What the platform heard. */
    public record Webhook(String signature, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String type() {
            return json().at("/type").asString();
        }

        public String id() {
            return json().at("/id").asString();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("simulation");
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(ProviderSimulation.WEBHOOK_PATH, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isRefused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!isRefused) {
                webhooks.add(new Webhook(exchange.getRequestHeaders().getFirst("Stripe-Signature"), body));
            }
            exchange.sendResponseHeaders(isRefused ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        platform = server;
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        simulation().close();
        Objects.requireNonNull(platform).stop(0);
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Ends the simulation and starts another one on what it left. */
    public void restart() {
        simulation().close();
        start();
    }

    public ProviderSimulation simulation() {
        return Objects.requireNonNull(simulation);
    }

    public Path folder() {
        return Objects.requireNonNull(folder);
    }

    /** The accepted webhooks, oldest first. */
    public List<Webhook> webhooks() {
        return List.copyOf(webhooks);
    }

    /** The platform answers the next webhooks with 503. */
    public void refuseWebhooks(int times) {
        refusals.set(times);
    }

    /** A new payment of 28,000 fen, not yet paid. */
    public String payment() throws IOException, InterruptedException {
        return json(api("/v1/payment_intents", open())).at("/id").asString();
    }

    /** What platform-api sends to open a payment. */
    public static Map<String, String> open() {
        return Map.of(
                "amount", "28000",
                "currency", "cny",
                "capture_method", "manual",
                "description", "宜家书柜",
                "metadata[order]", "order-1",
                "return_url", "http://localhost:8080/orders/order-1");
    }

    /** A POST to the API with a new key. */
    public HttpResponse<String> api(String path, Map<String, String> form) throws IOException, InterruptedException {
        return api(path, form, UUID.randomUUID().toString());
    }

    public HttpResponse<String> api(String path, Map<String, String> form, String key)
            throws IOException, InterruptedException {
        return send(authorized(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(encoded(form))));
    }

    /** A GET from the API. */
    public HttpResponse<String> api(String path) throws IOException, InterruptedException {
        return send(authorized(path));
    }

    public JsonNode paymentIntent(String id) throws IOException, InterruptedException {
        return json(api("/v1/payment_intents/" + id + "?expand[]=latest_charge"));
    }

    /** A page as a browser asks for it. */
    public HttpResponse<String> page(String path, String languages) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8").header("Accept-Language", languages));
    }

    public HttpResponse<String> submit(String path, String choice) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("choice=" + choice)));
    }

    /** A command, or a JSON request of the platform; an empty body sends none. */
    public HttpResponse<String> command(String method, String path, String json)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(simulation().url().resolve(path)).timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private void start() {
        simulation = ProviderSimulation.start(SimulationSettings.forTests(folder()));
        int port = Objects.requireNonNull(platform).getAddress().getPort();
        simulation.sendWebhooksTo(URI.create("http://127.0.0.1:" + port));
    }

    private HttpRequest.Builder authorized(String path) {
        return request(path)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
