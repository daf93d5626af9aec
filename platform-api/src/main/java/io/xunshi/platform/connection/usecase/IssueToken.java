package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.domain.MachineClient;
import io.xunshi.platform.connection.domain.RandomSecret;
import io.xunshi.platform.connection.storage.AccessTokenRepository;
import io.xunshi.platform.connection.storage.MachineClientRepository;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.kernel.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Gives machine clients access tokens for their secrets (RFC 6749, section 4.4). */
@Component
public class IssueToken {
    private final MachineClientRepository clients;
    private final AccessTokenRepository tokens;
    private final ConnectionSettings settings;
    private final Clock clock;

    IssueToken(
            MachineClientRepository clients, AccessTokenRepository tokens, ConnectionSettings settings, Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty where there is no such client, it is revoked, or the secret is not good: one answer for all three. */
    public Mono<MachineClient> identify(UUID client, String secret) {
        return Mono.defer(() -> clients.findBySecret(client, Sha256.of(secret), clock.instant()));
    }

    /**
     * A token for a client that was identified; empty where its secret has ended meanwhile, so that whoever ends one
     * ends the tokens for it.
     *
     * @param scopes some of the client's
     */
    @Transactional
    public Mono<IssuedToken> issue(MachineClient client, String secret, Set<Scope> scopes) {
        var token = RandomSecret.beginning(RandomSecret.TOKEN);
        var now = clock.instant();
        return clients.keep(client.id())
                .then(identify(client.id(), secret))
                .flatMap(same -> tokens.add(Sha256.of(token), client.id(), scopes, now.plus(settings.tokenValidity()))
                        .then(clients.markUsed(client.id(), now))
                        .thenReturn(new IssuedToken(token, settings.tokenValidity(), scopes)));
    }

    /** @param token of which only the hash is kept */
    public record IssuedToken(String token, Duration validity, Set<Scope> scopes) {
        public IssuedToken {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "IssuedToken[scopes=" + scopes + "]";
        }
    }
}
