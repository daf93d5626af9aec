package io.xunshi.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a browser: keeps cookies, sends the CSRF token and a fresh idempotency key with every change. Not
 * thread-safe; a race needs a visitor per racer.
 */
public final class Visitor {
    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NEXT = new AtomicInteger(10_000_000);

    private final WebTestClient http;
    private final String origin;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String contact = "139" + NEXT.incrementAndGet();

    public Visitor(int port) {
        origin = "http://127.0.0.1:" + port;
        http = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(40))
                .filter((request, next) ->
                        next.exchange(request).doOnNext(this::keepCookies).flatMap(Visitor::readAtOnce))
                .build();
        get("/api/v1/session");
    }

    /** A phone number that no other visitor of this run has. */
    public String contact() {
        return contact;
    }

    /** The same person in another tab, for a race with themselves. */
    public Visitor inAnotherTab(int port) {
        var other = new Visitor(port);
        other.cookies.putAll(cookies);
        return other;
    }

    /** Somebody else, or the same person with another account, in the same browser. */
    public Visitor inTheSameBrowser(int port) {
        var other = new Visitor(port);
        var browser = cookies.get("XUNSHI_DEVICE");
        if (browser != null) {
            other.cookies.put("XUNSHI_DEVICE", browser);
        }
        return other;
    }

    /** Signs up with the code that was sent, and stays signed in. */
    public Visitor signUp(String displayName) {
        post("/api/v1/codes", Map.of("contact", contact, "purpose", "SIGN_UP"))
                .expectStatus()
                .isNoContent();
        var code = OutsideWorld.messagesTo(contact)
                .getLast()
                .at("/parameters/code")
                .asString();
        post(
                        "/api/v1/accounts",
                        Map.of("contact", contact, "code", code, "password", PASSWORD, "displayName", displayName))
                .expectStatus()
                .isCreated();
        return this;
    }

    public ResponseSpec signIn(String password) {
        return post("/api/v1/session", Map.of("contact", contact, "password", password));
    }

    public ResponseSpec get(String path) {
        return request(HttpMethod.GET, path).exchange();
    }

    public ResponseSpec post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public ResponseSpec post(String path, Object body, String idempotencyKey) {
        return request(HttpMethod.POST, path)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public ResponseSpec put(String path, Object body) {
        return request(HttpMethod.PUT, path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** An edit of the version that the tag names. */
    public ResponseSpec put(String path, Object body, String ifMatch) {
        return request(HttpMethod.PUT, path)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public ResponseSpec delete(String path) {
        return request(HttpMethod.DELETE, path).exchange();
    }

    /**
     * A request with this visitor's cookies and token, for a test that bends one of its parts.
     *
     * @param path with its query, encoded already
     */
    public RequestBodySpec request(HttpMethod method, String path) {
        var request = http.method(method).uri(URI.create(origin + path)).header("Accept-Language", "en");
        cookies.forEach(request::cookie);
        var token = cookies.get("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        return request;
    }

    /** The body of an answer that must be a success. */
    public static JsonNode json(ResponseSpec response) {
        var body = response.expectStatus()
                .is2xxSuccessful()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body, "an answer without a body"));
    }

    /** A body that no test looks at would stay in the connection's buffers, and be reported as a leak. */
    private static Mono<ClientResponse> readAtOnce(ClientResponse response) {
        return isEndless(response) ? Mono.just(response) : wholeOf(response);
    }

    private static boolean isEndless(ClientResponse response) {
        return response.headers()
                .contentType()
                .filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                .isPresent();
    }

    private static Mono<ClientResponse> wholeOf(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .map(DefaultDataBufferFactory.sharedInstance::wrap)
                .map(body -> response.mutate().body(Flux.just(body)).build())
                .defaultIfEmpty(response);
    }

    private void keepCookies(ClientResponse response) {
        response.cookies()
                .forEach((name, values) -> cookies.put(name, values.getLast().getValue()));
    }
}
