package io.xunshi.platform.shipping.provider;

import io.xunshi.platform.shipping.usecase.ShippingSettings;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Down while the carrier does not answer; any answer will do, since nothing is asked that it must know. */
@Component("carrier")
class CarrierHealth extends AbstractReactiveHealthIndicator {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final WebClient http;

    CarrierHealth(WebClient.Builder clients, ShippingSettings settings) {
        http = clients.baseUrl(settings.carrierUrl().toString()).build();
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return http.get()
                .uri("/carrier/parcels/none")
                .exchangeToMono(answer -> answer.releaseBody())
                .timeout(TIMEOUT)
                .then(Mono.fromSupplier(() -> builder.up().build()));
    }
}
