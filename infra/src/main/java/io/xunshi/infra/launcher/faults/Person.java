package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.state.DemoAccount;
import io.xunshi.infra.simulation.SimulationClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account and a browser: keeps cookies, and sends the token against forged requests with changes. */
public final class Person {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOKEN = "XSRF-TOKEN";
    private static final int SUCCESS_MIN = 200;
    private static final int SUCCESS_MAX = 299;

    private final URI site;
    private final String contact;
    private final String password;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    private Person(URI site, String contact, String password) {
        this.site = site;
        this.contact = contact;
        this.password = password;
    }

    /**
     * Signs up with the code that arrives, and stays signed in.
     *
     * @param messages where the code arrives
     */
    public static Person signUp(URI site, SimulationClient messages, String phone, String name) {
        var person = new Person(site, phone, "correct horse " + UUID.randomUUID());
        person.need("GET", "/api/v1/session", Map.of());
        person.send("POST", "/api/v1/codes", Map.of("contact", phone, "purpose", "SIGN_UP"), "");
        person.need(
                "POST",
                "/api/v1/accounts",
                Map.of(
                        "contact",
                        phone,
                        "code",
                        code(messages, phone),
                        "password",
                        person.password,
                        "displayName",
                        name));
        return person;
    }

    /** Somebody who has an account already. */
    public static Person signIn(URI site, DemoAccount account) {
        var person = new Person(site, account.contact(), account.password());
        person.need("GET", "/api/v1/session", Map.of());
        person.signIn();
        return person;
    }

    /** Anew: what an account may do is known to a session from its beginning. */
    public void signIn() {
        need("POST", "/api/v1/session", Map.of("contact", contact, "password", password));
    }

    /** The same person with the same session, who asks another replica. */
    Person at(URI replica) {
        var there = new Person(replica, contact, password);
        there.cookies.putAll(cookies);
        return there;
    }

    public String contact() {
        return contact;
    }

    /** The account's id. */
    public String id() {
        return need("GET", "/api/v1/session", Map.of()).at("/account/id").asString();
    }

    /** The value of the header that a program of its own sends with changes. */
    public String token() {
        return cookies.getOrDefault(TOKEN, "");
    }

    /** The value of the header with which a program of its own asks as this person. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** What is at the path, or empty if it cannot be had now. */
    Optional<JsonNode> get(String path) {
        return send("GET", path, Map.of(), "").filter(Person::isSuccess).map(Person::json);
    }

    /** The answer to a change, or empty if it was refused or its answer got lost. */
    Optional<JsonNode> post(String path, Map<String, ?> body, String idempotencyKey) {
        return send("POST", path, body, idempotencyKey)
                .filter(Person::isSuccess)
                .map(Person::json);
    }

    /** What comes of a change that may be refused; empty if its answer got lost. */
    Optional<Answer> ask(String path, Map<String, ?> body, String idempotencyKey) {
        return send("POST", path, body, idempotencyKey)
                .map(response -> new Answer(isSuccess(response), response.statusCode(), json(response)));
    }

    /** @param body what was asked for, or a problem */
    record Answer(boolean isSuccess, int status, JsonNode body) {}

    /**
     * The answer to a change at a time without faults.
     *
     * @throws LauncherFailure if it is refused
     */
    public JsonNode need(String method, String path, Map<String, ?> body) {
        HttpResponse<byte[]> response = send(
                        method, path, body, UUID.randomUUID().toString())
                .orElseThrow(() -> new LauncherFailure(path + " was not answered"));
        if (!isSuccess(response)) {
            throw new LauncherFailure(path + " was answered with " + response.statusCode() + ": " + json(response));
        }
        return json(response);
    }

    private Optional<HttpResponse<byte[]>> send(String method, String path, Map<String, ?> body, String key) {
        boolean isChange = !method.equals("GET");
        HttpRequest.Builder request = Web.request(site.resolve(path))
                .method(
                        method,
                        isChange ? BodyPublishers.ofString(JSON.writeValueAsString(body)) : BodyPublishers.noBody())
                .header("Cookie", cookies());
        if (isChange) {
            request.header("Content-Type", "application/json");
            request.header("X-" + TOKEN, token());
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        Optional<HttpResponse<byte[]>> response = Web.send(request);
        response.ifPresent(this::keepCookies);
        return response;
    }

    private void keepCookies(HttpResponse<byte[]> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            List<String> parts = List.of(cookie.split(";")[0].split("=", 2));
            cookies.put(parts.getFirst(), parts.getLast());
        }
    }

    private static String code(SimulationClient messages, String phone) {
        return Patience.until(
                "a code for " + phone,
                () -> messages.messagesTo(phone).stream()
                        .map(message -> message.at("/parameters/code").asString())
                        .findFirst());
    }

    private static boolean isSuccess(HttpResponse<byte[]> response) {
        return response.statusCode() >= SUCCESS_MIN && response.statusCode() <= SUCCESS_MAX;
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
    }
}
