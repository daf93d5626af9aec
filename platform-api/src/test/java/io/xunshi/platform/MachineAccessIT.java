package io.xunshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.connection.Machine;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.http.Scope;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Every endpoint that the server has, called by programs: each is let in by its scopes, and most nowhere at all. */
@PlatformTest
class MachineAccessIT {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)}");
    private static final Set<String> REFUSED_AT_THE_DOOR = Set.of(
            "http.not-for-machines", "http.scope-missing", "http.forbidden", "http.csrf", "http.token-not-valid");

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @TestFactory
    Stream<DynamicTest> anEndpointLetsInTheScopesThatItNamesAndNoOther() {
        var yard = Yard.filed(database, port, "系统对接");
        var machines = Map.of(
                Scope.TRADER, Machine.of(port, yard, "TRADER"),
                Scope.WEIGHER, Machine.of(port, yard, "WEIGHER"),
                Scope.FINANCE, Machine.of(port, yard, "FINANCE"));
        return Endpoint.of(mapping).stream()
                .filter(endpoint -> !endpoint.isOpenToReaders())
                .flatMap(endpoint -> machines.entrySet().stream()
                        .map(machine -> DynamicTest.dynamicTest(
                                endpoint + " " + machine.getKey(),
                                () -> assertThat(codeOf(endpoint, machine.getValue()))
                                        .satisfies(code -> fits(code, endpoint.scopes(), machine.getKey())))));
    }

    private static void fits(String code, Set<Scope> opened, Scope scope) {
        if (opened.isEmpty()) {
            assertThat(code).isEqualTo("http.not-for-machines");
        } else if (opened.contains(scope)) {
            assertThat(code).isNotIn(REFUSED_AT_THE_DOOR);
        } else {
            assertThat(code).isEqualTo("http.scope-missing");
        }
    }

    private static String codeOf(Endpoint endpoint, Machine machine) {
        var request = machine.request(endpoint.method(), endpoint.addressOf(anyVariables(endpoint)))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"");
        var answer = (endpoint.method() == HttpMethod.GET
                        ? request.exchange()
                        : request.contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(Map.of())
                                .exchange())
                .expectBody(byte[].class)
                .returnResult();
        assertThat(answer.getStatus().is5xxServerError())
                .as(endpoint.toString())
                .isFalse();
        return answer.getStatus().isError()
                ? JsonMapper.shared()
                        .readTree(answer.getResponseBody())
                        .at("/code")
                        .asString()
                : "";
    }

    /** There is no such thing; who is let in hears that, or what is wrong with the body. */
    private static Map<String, String> anyVariables(Endpoint endpoint) {
        return VARIABLE.matcher(endpoint.path())
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> UUID.randomUUID().toString(), (one, same) -> one));
    }
}
