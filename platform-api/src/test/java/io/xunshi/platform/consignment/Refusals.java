package io.xunshi.platform.consignment;

import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a refusal says. */
final class Refusals {
    private Refusals() {}

    /** The problem document, of whatever status. */
    static JsonNode problem(ResponseSpec answer) {
        var body = answer.expectBody(byte[].class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body, "an answer without a body"));
    }

    static String codeOf(ResponseSpec answer) {
        return problem(answer).at("/code").asString();
    }
}
