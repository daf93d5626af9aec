package io.xunshi.platform.connection;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** A program of an organisation: keeps no cookies and sends nothing but its access token. */
public final class Machine {
    private final WebTestClient http;
    private final Yard yard;
    private final String id;
    private String secret;
    private String token = "";

    private Machine(int port, Yard yard, String id, String secret) {
        this.yard = yard;
        this.id = id;
        this.secret = secret;
        http = anybody(port);
    }

    /** Nobody in particular, without cookies. */
    static WebTestClient anybody(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(40))
                .build();
    }

    /** One with these scopes and a token for all of them. */
    public static Machine of(int port, Yard yard, String... scopes) {
        var client = Visitor.json(make(yard, yard.owner(), scopes));
        var id = client.at("/clientId").asString();
        var machine = new Machine(port, yard, id, secretOf(yard, id, 0));
        machine.renewToken();
        return machine;
    }

    static ResponseSpec make(Yard yard, Visitor who, String... scopes) {
        return who.post(
                yard.path("/machine-clients"),
                Map.of("name", "ERP 对接", "scopes", List.of(scopes), "password", Visitor.PASSWORD));
    }

    static String secretOf(Yard yard, String client, int overlapHours) {
        return Visitor.json(yard.owner()
                        .post(
                                yard.path("/machine-clients/" + client + "/secrets"),
                                Map.of("overlapHours", overlapHours, "password", Visitor.PASSWORD)))
                .at("/secret")
                .asString();
    }

    /** Its owner has a new secret said; the one before stays good for so long. */
    String renewSecret(int overlapHours) {
        secret = secretOf(yard, id, overlapHours);
        return secret;
    }

    void renewToken() {
        token = Visitor.json(askToken(id, secret, Map.of())).at("/access_token").asString();
    }

    void renewToken(String scope) {
        token = Visitor.json(askToken(id, secret, Map.of("scope", scope)))
                .at("/access_token")
                .asString();
    }

    /** With the secret in the body. */
    ResponseSpec askToken(String client, String itsSecret, Map<String, String> more) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", client);
        form.add("client_secret", itsSecret);
        more.forEach(form::set);
        return http.post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    public ResponseSpec get(String path) {
        return request(HttpMethod.GET, path).exchange();
    }

    public ResponseSpec post(String path, Object body) {
        return request(HttpMethod.POST, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public RequestBodySpec request(HttpMethod method, String path) {
        return http.method(method).uri(path).header("Accept-Language", "en").header("Authorization", "Bearer " + token);
    }

    /** What its owner reads of it. */
    JsonNode seen() {
        return Visitor.json(yard.owner().get(yard.path("/machine-clients")))
                .valueStream()
                .filter(client -> client.at("/clientId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    ResponseSpec revoke() {
        return yard.owner().post(yard.path("/machine-clients/" + id + "/revocation"), Map.of());
    }

    public String id() {
        return id;
    }

    public String secret() {
        return secret;
    }

    String token() {
        return token;
    }
}
