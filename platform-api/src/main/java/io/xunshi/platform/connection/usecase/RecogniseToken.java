package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.domain.TokenHolder;
import io.xunshi.platform.connection.storage.AccessTokenRepository;
import io.xunshi.platform.connection.storage.MachineClientRepository;
import io.xunshi.platform.kernel.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out whose an access token is; asks the database each time, so that what was revoked stops at once. */
@Component
public class RecogniseToken {
    /** Last used is told to the minute, so that not every request writes. */
    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    private final AccessTokenRepository tokens;
    private final MachineClientRepository clients;
    private final Clock clock;

    RecogniseToken(AccessTokenRepository tokens, MachineClientRepository clients, Clock clock) {
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
    }

    /** Empty for a token that is none, has expired or was withdrawn. */
    public Mono<TokenHolder> holderOf(String token) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return tokens.find(Sha256.of(token), now)
                    .delayUntil(holder -> isStale(holder, now) ? clients.markUsed(holder.client(), now) : Mono.empty());
        });
    }

    private static boolean isStale(TokenHolder holder, Instant now) {
        return holder.lastUsedAt() == null || holder.lastUsedAt().isBefore(now.minus(USE_INTERVAL));
    }
}
