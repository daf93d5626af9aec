package io.xunshi.platform.payment;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.http.WebhookSignature;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Genuine webhooks of the payment provider. */
public final class ProviderNews {

    private ProviderNews() {}

    /** @param intent the payment's name at the provider */
    public static ResponseSpec of(int port, String type, String intent) {
        var payload = "{\"id\":\"evt_%s\",\"type\":\"%s\",\"data\":{\"object\":{\"id\":\"%s\"}}}"
                .formatted(UUID.randomUUID(), type, intent);
        var time = String.valueOf(Instant.now().getEpochSecond());
        return new Visitor(port)
                .request(HttpMethod.POST, "/api/v1/payment-events")
                .headers(headers -> headers.remove("X-XSRF-TOKEN"))
                .header(
                        "Stripe-Signature",
                        "t=" + time + ",v1=" + WebhookSignature.sign(time, payload, OutsideWorld.WEBHOOK_SECRET))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(payload)
                .exchange();
    }
}
