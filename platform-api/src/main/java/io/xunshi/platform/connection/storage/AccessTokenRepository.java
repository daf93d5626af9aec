package io.xunshi.platform.connection.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.connection.domain.TokenHolder;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Access tokens, known by their hashes. */
@Repository
public class AccessTokenRepository {
    private final DatabaseClient database;

    AccessTokenRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(String tokenSha256, UUID client, Set<Scope> scopes, Instant expiresAt) {
        return database.sql("""
                        insert into connection.access_token (token_sha256, client, scopes, expires_at)
                        values (:token, :client, :scopes, :expires)
                        """)
                .bind("token", tokenSha256)
                .bind("client", client)
                .bind("scopes", MachineClientRepository.names(scopes))
                .bind("expires", expiresAt)
                .then();
    }

    /** Empty where it is not good at that moment. */
    public Mono<TokenHolder> find(String tokenSha256, Instant at) {
        return database.sql("""
                        select client, account, access_token.scopes, last_used_at
                        from connection.access_token
                        join connection.machine_client on machine_client.id = client
                        where token_sha256 = :token and expires_at > :at and revoked_at is null
                        """)
                .bind("token", tokenSha256)
                .bind("at", at)
                .map(row -> new TokenHolder(
                        required(row, "client", UUID.class),
                        new AccountId(required(row, "account", UUID.class)),
                        MachineClientRepository.scopes(row),
                        row.get("last_used_at", Instant.class)))
                .one();
    }

    public Mono<Void> withdrawAllOf(UUID client) {
        return database.sql("delete from connection.access_token where client = :client")
                .bind("client", client)
                .then();
    }

    public Mono<Void> clearExpired(Instant now) {
        return database.sql("delete from connection.access_token where expires_at <= :now")
                .bind("now", now)
                .then();
    }
}
