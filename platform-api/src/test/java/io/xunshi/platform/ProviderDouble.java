package io.xunshi.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the providers of messages and name checks, and lets a test read what was sent. One per run. */
public final class ProviderDouble implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** What the payment provider signs with. */
    public static final String WEBHOOK_SECRET = "whsec_test";

    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final StripeDouble STRIPE = new StripeDouble();
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!SERVER.isRunning()) {
            SERVER.start();
            SERVER.stubFor(post("/notices").willReturn(aResponse().withStatus(202)));
            SERVER.stubFor(post("/real-name-checks").willReturn(json("{\"match\":true}")));
            SERVER.stubFor(post("/real-name-checks")
                    .withRequestBody(matchingJsonPath("$.name", equalTo("不符")))
                    .willReturn(json("{\"match\":false,\"reason\":\"no match\"}")));
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "provider-double",
                        Map.of(
                                "XUNSHI_NOTICE_URL", SERVER.baseUrl(),
                                "XUNSHI_REAL_NAME_URL", SERVER.baseUrl(),
                                "XUNSHI_PAYMENT_URL", STRIPE.baseUrl(),
                                "XUNSHI_PAYMENT_SECRET_KEY", "sk_test",
                                "XUNSHI_PAYMENT_WEBHOOK_SECRET", WEBHOOK_SECRET,
                                "XUNSHI_LOG_ORIGIN", "xunshi.example/log",
                                "XUNSHI_LOG_SIGNING_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                                "XUNSHI_FIELD_KEY", Base64.getEncoder().encodeToString(new byte[32]))));
    }

    public static StripeDouble stripe() {
        return STRIPE;
    }

    /** What was sent to a contact, oldest first. */
    public static List<JsonNode> noticesTo(String contact) {
        return SERVER
                .findAll(postRequestedFor(urlEqualTo("/notices"))
                        .withRequestBody(matchingJsonPath("$.to", equalTo(contact))))
                .stream()
                .map(LoggedRequest::getBodyAsString)
                .map(JSON::readTree)
                .toList();
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }
}
