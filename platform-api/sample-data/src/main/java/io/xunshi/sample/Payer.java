package io.xunshi.sample;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Pays as a person does: on the payment provider's page. */
class Payer {
    private final WebClient browser;

    Payer(WebClient.Builder builder) {
        browser = builder.build();
    }

    /** Ends when the provider has the money reserved. */
    Mono<Void> pay(String payUrl) {
        return browser.post()
                .uri(payUrl)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("choice", "pay"))
                .retrieve()
                .toBodilessEntity()
                .then();
    }
}
