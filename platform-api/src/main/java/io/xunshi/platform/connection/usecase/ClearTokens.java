package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.storage.AccessTokenRepository;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets access tokens that have expired. Any replica may run it. */
@Component
class ClearTokens {
    private final AccessTokenRepository tokens;
    private final Clock clock;

    ClearTokens(AccessTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.connection.clear-interval:10m}")
    Mono<Void> clear() {
        return Mono.defer(() -> tokens.clearExpired(clock.instant()));
    }
}
