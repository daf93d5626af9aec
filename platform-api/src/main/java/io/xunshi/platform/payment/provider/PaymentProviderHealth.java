package io.xunshi.platform.payment.provider;

import io.xunshi.platform.payment.usecase.PaymentSettings;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Down while the payment provider does not answer; any answer will do, since nothing is asked that it must know. */
@Component("paymentProvider")
class PaymentProviderHealth extends AbstractReactiveHealthIndicator {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final WebClient http;

    PaymentProviderHealth(WebClient.Builder clients, PaymentSettings settings) {
        http = clients.baseUrl(settings.url().toString()).build();
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return http.get()
                .uri("/v1/balance")
                .exchangeToMono(answer -> answer.releaseBody())
                .timeout(TIMEOUT)
                .then(Mono.fromSupplier(() -> builder.up().build()));
    }
}
