package io.xunshi.platform.connection.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.connection.domain.MachineClient;
import io.xunshi.platform.connection.domain.MachineClient.KeptSecret;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Machine clients and the hashes of their secrets. */
@Repository
public class MachineClientRepository {
    private static final String COLUMNS = """
            select machine_client.id, organisation_id, account, name, scopes, machine_client.made_at, revoked_at, last_used_at
            from connection.machine_client
            """;
    private static final String IS_GOOD = "(client_secret.ends_at is null or client_secret.ends_at > :now) ";

    private final DatabaseClient database;

    MachineClientRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(MachineClient client, AccountId maker) {
        return database.sql("""
                        insert into connection.machine_client (id, organisation_id, account, name, scopes, made_by, made_at)
                        values (:id, :organisation, :account, :name, :scopes, :maker, :at)
                        """)
                .bind("id", client.id())
                .bind("organisation", client.organisation().value())
                .bind("account", client.account().value())
                .bind("name", client.name())
                .bind("scopes", names(client.scopes()))
                .bind("maker", maker.value())
                .bind("at", client.madeAt())
                .then();
    }

    /** With the secrets that are good now; the newest first. */
    public Flux<MachineClient> findOf(OrganisationId organisation, Instant now) {
        return secretsOf(organisation, now)
                .collect(Collectors.groupingBy(Secret::client, Collectors.mapping(Secret::kept, Collectors.toList())))
                .flatMapMany(secrets -> database.sql(
                                COLUMNS + "where organisation_id = :organisation order by made_at desc, id")
                        .bind("organisation", organisation.value())
                        .map(row -> client(row))
                        .all()
                        .map(client -> client.with(Objects.requireNonNullElse(secrets.get(client.id()), List.of()))));
    }

    private Flux<Secret> secretsOf(OrganisationId organisation, Instant now) {
        return database.sql("""
                        select client, client_secret.made_at, ends_at
                        from connection.client_secret
                        join connection.machine_client on machine_client.id = client
                        where organisation_id = :organisation and revoked_at is null and\s""" + IS_GOOD + """
                        order by client_secret.made_at desc
                        """)
                .bind("organisation", organisation.value())
                .bind("now", now)
                .map(row -> new Secret(
                        required(row, "client", UUID.class),
                        new KeptSecret(required(row, "made_at", Instant.class), row.get("ends_at", Instant.class))))
                .all();
    }

    public Mono<Long> countOpenOf(OrganisationId organisation) {
        return database.sql("""
                        select count(*) as open from connection.machine_client
                        where organisation_id = :organisation and revoked_at is null
                        """)
                .bind("organisation", organisation.value())
                .map(row -> required(row, "open", Long.class))
                .one();
    }

    /** The client that the secret proves; empty where it is not good. */
    public Mono<MachineClient> findBySecret(UUID client, String secretSha256, Instant now) {
        return database.sql(COLUMNS + """
                        join connection.client_secret on client = machine_client.id
                        where machine_client.id = :client and secret_sha256 = :secret and revoked_at is null and\s""" + IS_GOOD)
                .bind("client", client)
                .bind("secret", secretSha256)
                .bind("now", now)
                .map(row -> client(row))
                .one();
    }

    public Mono<Boolean> isSecretOf(AccountId account, String secretSha256, Instant now) {
        return database.sql("""
                        select exists (
                            select from connection.client_secret
                            join connection.machine_client on machine_client.id = client
                            where account = :account and secret_sha256 = :secret and revoked_at is null and\s""" + IS_GOOD + ") as good")
                .bind("account", account.value())
                .bind("secret", secretSha256)
                .bind("now", now)
                .map(row -> required(row, "good", Boolean.class))
                .one();
    }

    /** Nobody renews its secrets or revokes it until the caller's transaction ends. */
    public Mono<Void> keep(UUID client) {
        return database.sql("select id from connection.machine_client where id = :client for no key update")
                .bind("client", client)
                .then();
    }

    /** Nobody else renews its secrets until the caller's transaction ends; empty for another organisation's. */
    public Mono<UUID> lock(UUID client, OrganisationId organisation) {
        return database.sql("""
                        select id from connection.machine_client
                        where id = :client and organisation_id = :organisation for update
                        """)
                .bind("client", client)
                .bind("organisation", organisation.value())
                .map(row -> required(row, "id", UUID.class))
                .one();
    }

    /** The newest ends later, those before it now; what has ended stays so. */
    public Mono<Void> endSecrets(UUID client, Instant now, Instant later) {
        return database.sql("""
                        update connection.client_secret
                        set ends_at = case when ends_at is null then :later else :now end
                        where client = :client and (ends_at is null or ends_at > :now)
                        """)
                .bind("client", client)
                .bind("now", now)
                .bind("later", later)
                .then();
    }

    public Mono<Void> addSecret(UUID client, String secretSha256, Instant at) {
        return database.sql("""
                        insert into connection.client_secret (secret_sha256, client, made_at) values (:secret, :client, :at)
                        """)
                .bind("secret", secretSha256)
                .bind("client", client)
                .bind("at", at)
                .then();
    }

    public Mono<Void> revoke(UUID client, AccountId by, Instant at) {
        return database.sql("""
                        update connection.machine_client set revoked_by = :by, revoked_at = :at
                        where id = :client and revoked_at is null
                        """)
                .bind("client", client)
                .bind("by", by.value())
                .bind("at", at)
                .then();
    }

    public Mono<Void> markUsed(UUID client, Instant at) {
        return database.sql("update connection.machine_client set last_used_at = :at where id = :client")
                .bind("client", client)
                .bind("at", at)
                .then();
    }

    static String[] names(Set<Scope> scopes) {
        return scopes.stream().map(Scope::name).sorted().toArray(String[]::new);
    }

    static Set<Scope> scopes(Readable row) {
        return Stream.of(required(row, "scopes", String[].class))
                .map(Scope::valueOf)
                .collect(Collectors.toSet());
    }

    private static MachineClient client(Readable row) {
        return new MachineClient(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "organisation_id", UUID.class)),
                new AccountId(required(row, "account", UUID.class)),
                required(row, "name", String.class),
                scopes(row),
                required(row, "made_at", Instant.class),
                row.get("revoked_at", Instant.class),
                row.get("last_used_at", Instant.class),
                List.of());
    }

    private record Secret(UUID client, KeptSecret kept) {}
}
