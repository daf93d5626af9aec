package io.xunshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.xunshi.platform.ThingsOfOthers.Thing;
import io.xunshi.platform.identity.Role;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Every endpoint that the server has, called by everybody: those it names are let in, nobody else is. */
@PlatformTest
class AccessMatrixIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @TestFactory
    Stream<DynamicContainer> anEndpointLetsInWhomItNamesAndNobodyElse() {
        var endpoints = Endpoint.of(mapping);
        assertThat(endpoints).hasSizeGreaterThan(40);
        var callers = callers();
        var things = new ThingsOfOthers(database, port);
        return endpoints.stream()
                .map(endpoint -> dynamicContainer(endpoint.toString(), attempts(endpoint, callers, things)));
    }

    private List<Person> callers() {
        var callers = new ArrayList<Person>();
        callers.add(new Person(new Visitor(port), null));
        for (var role : Role.values()) {
            callers.add(new Person(Officials.with(database, port, role), role));
        }
        return callers;
    }

    private static Stream<DynamicTest> attempts(Endpoint endpoint, List<Person> callers, ThingsOfOthers things) {
        var thing = endpoint.hasVariables() ? things.at(endpoint) : Thing.NONE;
        var strangers = callers.stream()
                .map(caller -> dynamicTest(caller.toString(), () -> {
                    if (!endpoint.isFor(caller.role())) {
                        refused(call(endpoint, thing, caller.visitor()), caller);
                    } else if (thing.owner() != null) {
                        hidden(call(endpoint, thing, caller.visitor()));
                    } else {
                        letIn(call(endpoint, thing, caller.visitor()));
                    }
                }));
        var owner = thing.owner();
        return owner == null
                ? strangers
                : Stream.concat(strangers, Stream.of(dynamicTest("the owner", () -> {
                    var answer = call(endpoint, thing, owner);
                    letIn(answer);
                    assertThat(answer.status()).isNotEqualTo(404);
                })));
    }

    private static void refused(Answer answer, Person caller) {
        assertThat(answer)
                .isEqualTo(
                        caller.role() == null
                                ? new Answer(401, "http.not-signed-in")
                                : new Answer(403, "http.forbidden"));
    }

    private static void hidden(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
    }

    private static void letIn(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(500).isNotEqualTo(401);
        assertThat(answer.code()).isNotIn("http.forbidden", "http.csrf");
    }

    private static Answer call(Endpoint endpoint, Thing thing, Visitor visitor) {
        var request = visitor.request(endpoint.method(), endpoint.addressOf(thing.variables()))
                .header("Idempotency-Key", String.valueOf(System.nanoTime()))
                .header("If-Match", "\"1\"");
        var answer = (endpoint.method() == HttpMethod.GET
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(ThingsOfOthers.bodyFor(endpoint)))
                .exchange()
                .returnResult(byte[].class);
        var status = answer.getStatus().value();
        return new Answer(status, status < 400 ? leave(answer) : codeIn(bodyOf(answer)));
    }

    /** Without reading on: a line that is kept open has no end. */
    private static String leave(FluxExchangeResult<byte[]> answer) {
        answer.getResponseBody().take(0).blockLast();
        return "";
    }

    private static byte @Nullable [] bodyOf(FluxExchangeResult<byte[]> answer) {
        return answer.getResponseBody().reduce(AccessMatrixIT::joined).block();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static String codeIn(byte @Nullable [] problem) {
        return problem == null
                ? "no body"
                : JsonMapper.shared().readTree(problem).at("/code").asString();
    }

    /** @param role null where nobody is signed in */
    private record Person(Visitor visitor, @Nullable Role role) {
        @Override
        public String toString() {
            return role == null ? "anonymous" : role.name();
        }
    }

    private record Answer(int status, String code) {}
}
