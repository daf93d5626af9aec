package io.xunshi.platform;

import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a refusal says. */
public final class Refusals {
    private Refusals() {}

    /** The problem document, of whatever status. */
    public static JsonNode problem(ResponseSpec answer) {
        var body = answer.expectBody(byte[].class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body, "an answer without a body"));
    }

    public static String codeOf(ResponseSpec answer) {
        return problem(answer).at("/code").asString();
    }
}
