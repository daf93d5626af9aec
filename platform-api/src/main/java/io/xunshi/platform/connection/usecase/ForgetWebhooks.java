package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.storage.WebhookEndpointRepository;
import io.xunshi.platform.connection.storage.WebhookMessageRepository;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets messages that are too old to be replayed, and secrets that have ended. Any replica may run it. */
@Component
class ForgetWebhooks {
    private static final int BATCH = 1_000;

    private final WebhookMessageRepository messages;
    private final WebhookEndpointRepository endpoints;
    private final WebhookSettings settings;
    private final Clock clock;

    ForgetWebhooks(
            WebhookMessageRepository messages,
            WebhookEndpointRepository endpoints,
            WebhookSettings settings,
            Clock clock) {
        this.messages = messages;
        this.endpoints = endpoints;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.webhook.forget-interval:10m}")
    Mono<Void> forget() {
        return Mono.defer(() -> messages.forget(clock.instant().minus(settings.retention()), BATCH)
                .then(endpoints.forgetSecrets(clock.instant())));
    }
}
