package io.xunshi.platform.identity.provider;

import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.usecase.IdentitySettings;
import io.xunshi.platform.identity.usecase.RealNameChecks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the real-name provider over HTTP. */
@Component
class HttpRealNameChecks implements RealNameChecks {
    private static final Logger log = LoggerFactory.getLogger(HttpRealNameChecks.class);

    private final WebClient provider;
    private final Duration timeout;

    HttpRealNameChecks(WebClient.Builder clients, IdentitySettings settings) {
        provider = clients.baseUrl(settings.realNameUrl().toString()).build();
        timeout = settings.providerTimeout();
    }

    @Override
    public Mono<Boolean> matches(String name, String idNumber) {
        return provider.post()
                .uri("/real-name-checks")
                .bodyValue(new Question(name, idNumber))
                .retrieve()
                .bodyToMono(Answer.class)
                .timeout(timeout)
                .map(Answer::match)
                .onErrorMap(error -> {
                    log.warn("The real-name provider does not answer: {}", error.toString());
                    return IdentityProblem.REAL_NAME_UNAVAILABLE.raise();
                });
    }

    private record Question(String name, String idNumber) {}

    private record Answer(boolean match, @Nullable String reason) {}
}
