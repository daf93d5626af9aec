import com.sun.net.httpserver.HttpExchange;
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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A program that trades on the exchange for an organisation. It needs Java 25 and nothing else:
 *
 * <pre>
 * export XUNSHI_URL=http://localhost:8080 XUNSHI_CLIENT_ID=… XUNSHI_CLIENT_SECRET=…
 * java XunshiClient.java materials             # what can be traded, and what has to be stated of it
 * java XunshiClient.java organisations         # for whom this program acts
 * java XunshiClient.java receive ORG file.json # enters what came into the stock
 * java XunshiClient.java publish ORG file.json # offers a lot from it
 * java XunshiClient.java deals ORG             # what was agreed
 * java XunshiClient.java weigh LOAD file.json  # a ticket of the weighbridge
 * XUNSHI_WEBHOOK_SECRET=whsec_… java XunshiClient.java listen 8090   # receives webhooks
 * </pre>
 *
 * The files are the bodies of the requests as the API's description has them; the guide for integrators shows some.
 */
public final class XunshiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Requests that were refused for being too many are made so often. */
    private static final int TRIES = 4;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI site;
    private final String id;
    private final String secret;
    private String token = "";
    private Instant tokenEnds = Instant.MIN;

    XunshiClient(URI site, String id, String secret) {
        this.site = site;
        this.id = id;
        this.secret = secret;
    }

    public static void main(String[] arguments) throws Exception {
        var command = arguments.length == 0 ? "" : arguments[0];
        if (command.equals("listen")) {
            new WebhookListener(environment("XUNSHI_WEBHOOK_SECRET")).listen(Integer.parseInt(arguments[1]));
            return;
        }
        var client = new XunshiClient(
                URI.create(environment("XUNSHI_URL")),
                environment("XUNSHI_CLIENT_ID"),
                environment("XUNSHI_CLIENT_SECRET"));
        System.out.println(
                switch (command) {
                    case "materials" -> client.get("/api/v1/materials");
                    case "organisations" -> client.get("/api/v1/my/organisations");
                    case "receive" ->
                        client.post("/api/v1/organisations/" + arguments[1] + "/stock-receipts", file(arguments[2]));
                    case "publish" -> client.post("/api/v1/organisations/" + arguments[1] + "/lots", file(arguments[2]));
                    case "deals" -> client.get("/api/v1/organisations/" + arguments[1] + "/deals?limit=60");
                    case "weigh" -> client.post("/api/v1/loads/" + arguments[1] + "/tickets", file(arguments[2]));
                    default ->
                        throw new IllegalArgumentException(
                                "materials, organisations, receive, publish, deals, weigh or listen");
                });
    }

    String get(String path) throws IOException, InterruptedException {
        return answerTo(HttpRequest.newBuilder(site.resolve(path)).GET());
    }

    /** The key lets the request take effect once, however often it has to be sent. */
    String post(String path, String json) throws IOException, InterruptedException {
        return answerTo(HttpRequest.newBuilder(site.resolve(path))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private String answerTo(HttpRequest.Builder request) throws IOException, InterruptedException {
        for (var tries = 1; ; tries++) {
            var answer = send(request.copy().setHeader("Authorization", "Bearer " + token()));
            switch (answer.statusCode()) {
                case 401 -> tokenEnds = Instant.MIN;
                case 429, 503 -> Thread.sleep(Duration.ofSeconds(waitIn(answer)));
                default -> {
                    if (answer.statusCode() < 300) {
                        return answer.body();
                    }
                    throw refusal(answer);
                }
            }
            if (tries == TRIES) {
                throw refusal(answer);
            }
        }
    }

    /** Good for an hour, so it is kept; a new one is asked for a minute before its end. */
    private String token() throws IOException, InterruptedException {
        if (Instant.now().isBefore(tokenEnds)) {
            return token;
        }
        var credentials = Base64.getEncoder()
                .encodeToString((encoded(id) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(site.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.statusCode() != 200) {
            throw refusal(answer);
        }
        token = member("access_token", answer.body());
        tokenEnds = Instant.now().plusSeconds(Long.parseLong(member("expires_in", answer.body())) - 60);
        return token;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Accept-Language", "en").timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static long waitIn(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElse(5);
    }

    /** A problem document says in its code what is wrong, and in its detail what to do. */
    private static IllegalStateException refusal(HttpResponse<String> answer) {
        return new IllegalStateException("HTTP " + answer.statusCode() + " " + answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Enough for the two that are needed here; use a JSON library for more. */
    private static String member(String name, String json) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("There is no " + name + " in the answer");
        }
        return found.group(1);
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of(name));
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Set " + name);
        }
        return value;
    }

    /** Receives webhooks, believes only what is signed, and takes each event once. */
    static final class WebhookListener {
        private static final Duration TOLERANCE = Duration.ofMinutes(5);

        private final byte[] key;

        /** In a system of your own: a table with a unique column. */
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        WebhookListener(String secret) {
            key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
        }

        void listen(int port) throws IOException {
            var server = HttpServer.create(new InetSocketAddress(port), 0);
            server.createContext("/", this::receive);
            server.start();
            System.out.println("Listening at port " + server.getAddress().getPort());
        }

        private void receive(HttpExchange exchange) throws IOException {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var id = headers.getFirst("webhook-id");
                if (!isGenuine(id, headers.getFirst("webhook-timestamp"), headers.getFirst("webhook-signature"), body)) {
                    exchange.sendResponseHeaders(401, -1);
                    return;
                }
                // Whatever takes long is done after the answer; who is slow is called again.
                if (seen.add(id)) {
                    System.out.println(body);
                }
                exchange.sendResponseHeaders(204, -1);
            }
        }

        /** Standard Webhooks: HMAC-SHA256 over id, timestamp and the body as it came, in Base64. */
        boolean isGenuine(String id, String timestamp, String signatures, String body) {
            if (id == null || timestamp == null || signatures == null || !timestamp.matches("[0-9]{1,12}")) {
                return false;
            }
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now());
            var expected = "v1," + signature(id + "." + timestamp + "." + body);
            return age.abs().compareTo(TOLERANCE) <= 0
                    && Stream.of(signatures.split(" ")).anyMatch(given -> isEqual(given, expected));
        }

        private String signature(String content) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** In constant time: how far two are equal tells nobody anything. */
        private static boolean isEqual(String one, String other) {
            return MessageDigest.isEqual(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
    }
}
