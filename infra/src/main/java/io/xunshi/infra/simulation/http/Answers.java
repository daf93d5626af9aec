package io.xunshi.infra.simulation.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import tools.jackson.databind.json.JsonMapper;

/** The forms of answers. */
public final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SEE_OTHER = 303;

    private Answers() {}

    /** The value as JSON. */
    public static ResponseDefinitionBuilder json(int status, Object value) {
        return jsonText(status, JSON.writeValueAsString(value));
    }

    public static ResponseDefinitionBuilder jsonText(int status, String json) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(json);
    }

    /** The page, which loads nothing from elsewhere and shows in no other site's frame. */
    public static ResponseDefinitionBuilder page(int status, String html) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html;charset=utf-8")
                .withHeader("Cache-Control", "no-store")
                .withHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'")
                .withHeader("Referrer-Policy", "no-referrer")
                .withBody(html);
    }

    /** Sends the browser to another page, with GET. */
    public static ResponseDefinitionBuilder seeOther(URI page) {
        return aResponse().withStatus(SEE_OTHER).withHeader("Location", page.toString());
    }
}
