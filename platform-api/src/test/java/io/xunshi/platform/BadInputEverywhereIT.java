package io.xunshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.xunshi.platform.ThingsOfOthers.Thing;
import io.xunshi.platform.identity.Role;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Whatever stands in whichever field of whichever request, it is never our fault that it cannot be done. */
@PlatformTest
class BadInputEverywhereIT {
    private static final String[] TEXTS = {
        "\0",
        "a\0b",
        "\ud800",
        "' or 1=1 --",
        "<script>alert(1)</script>",
        "%00",
        "../../etc/passwd",
        "￼".repeat(2_000),
    };
    private static final String[] JSON = {
        "null",
        "-1",
        "1.5",
        "1e400",
        "9223372036854775808",
        "true",
        "[]",
        "[null]",
        "{}",
        "[[[[[]]]]]",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"' or 1=1 --\"",
        "\"<script>alert(1)</script>\"",
        "\"2026-13-45\"",
    };

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final Requests requests = new Requests(
            JsonMapper.shared().readTree(Path.of("docs/openapi.json").toFile()));

    @TestFactory
    Stream<DynamicTest> everyQueryParameterMayHoldAnything() {
        var official = Officials.with(database, port, Role.values());
        var things = new ThingsOfOthers(database, port);
        return Endpoint.of(mapping).stream()
                .filter(endpoint -> endpoint.method() == HttpMethod.GET)
                .flatMap(endpoint -> requests.queryParametersOf(endpoint)
                        .map(parameter -> dynamicTest(endpoint + " ?" + parameter, () -> {
                            var address = addressOf(endpoint, things) + "?" + parameter + "=";
                            for (var text : TEXTS) {
                                answered(official.get(address + UriUtils.encode(text, "UTF-8")), text);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldMayHoldAnything() {
        var official = Officials.with(database, port, Role.values());
        var things = new ThingsOfOthers(database, port);
        return Endpoint.of(mapping).stream()
                .flatMap(endpoint -> requests.fieldsOf(endpoint)
                        .map(field -> dynamicTest(endpoint + " " + field, () -> {
                            var thing = endpoint.hasVariables() ? things.at(endpoint) : Thing.NONE;
                            var caller = Objects.requireNonNullElse(thing.owner(), official);
                            for (var value : JSON) {
                                var body = requests.bodyOf(endpoint, field, value);
                                answered(send(caller, endpoint, thing, body), body);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyVariableOfAPathMayHoldAnything() {
        var official = Officials.with(database, port, Role.values());
        return Endpoint.of(mapping).stream()
                .filter(Endpoint::hasVariables)
                .map(endpoint -> dynamicTest(endpoint.toString(), () -> {
                    for (var text : TEXTS) {
                        var address = endpoint.path().replaceAll("\\{[^}]+}", UriUtils.encode(text, "UTF-8"));
                        answered(
                                official.request(endpoint.method(), address)
                                        .header(
                                                "Idempotency-Key",
                                                UUID.randomUUID().toString())
                                        .header("If-Match", "\"1\"")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .bodyValue(ThingsOfOthers.bodyFor(endpoint))
                                        .exchange(),
                                text);
                    }
                }));
    }

    private static String addressOf(Endpoint endpoint, ThingsOfOthers things) {
        return endpoint.addressOf(endpoint.hasVariables() ? things.at(endpoint).variables() : Thing.NONE.variables());
    }

    private static ResponseSpec send(Visitor caller, Endpoint endpoint, Thing thing, String body) {
        return caller.request(endpoint.method(), endpoint.addressOf(thing.variables()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void answered(ResponseSpec answer, String input) {
        var result = answer.expectBody(String.class).returnResult();
        assertThat(result.getStatus().value())
                .as("%s: %s", input, result.getResponseBody())
                .isLessThan(500);
    }
}
