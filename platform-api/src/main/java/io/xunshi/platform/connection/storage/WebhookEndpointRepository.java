package io.xunshi.platform.connection.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.connection.domain.EndpointState;
import io.xunshi.platform.connection.domain.WebhookEndpoint;
import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Endpoints, and the secrets that what goes to them is signed with. */
@Repository
public class WebhookEndpointRepository {
    private static final String COLUMNS = """
            select id, organisation_id, url, event_types, state, failing_since, made_at, version
            from connection.webhook_endpoint
            """;

    private final DatabaseClient database;
    private final PersonalText cipher;

    WebhookEndpointRepository(DatabaseClient database, PersonalText cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    public Mono<Void> add(WebhookEndpoint endpoint, AccountId maker) {
        return database.sql("""
                        insert into connection.webhook_endpoint
                            (id, organisation_id, url, event_types, state, made_by, made_at)
                        values (:id, :organisation, :url, :types, :state, :maker, :at)
                        """)
                .bind("id", endpoint.id())
                .bind("organisation", endpoint.organisation().value())
                .bind("url", endpoint.url())
                .bind("types", codes(endpoint.types()))
                .bind("state", endpoint.state().name())
                .bind("maker", maker.value())
                .bind("at", endpoint.madeAt())
                .then();
    }

    /** The oldest first. */
    public Flux<WebhookEndpoint> findOf(OrganisationId organisation) {
        return database.sql(
                        COLUMNS + "where organisation_id = :organisation and removed_at is null order by made_at, id")
                .bind("organisation", organisation.value())
                .map(WebhookEndpointRepository::endpoint)
                .all();
    }

    /** Empty for another organisation's, and for one that was removed. */
    public Mono<WebhookEndpoint> find(UUID id, OrganisationId organisation) {
        return database.sql(COLUMNS + "where id = :id and organisation_id = :organisation and removed_at is null")
                .bind("id", id)
                .bind("organisation", organisation.value())
                .map(WebhookEndpointRepository::endpoint)
                .one();
    }

    /** Of whatever organisation; empty for one that was removed. */
    public Mono<WebhookEndpoint> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id and removed_at is null")
                .bind("id", id)
                .map(WebhookEndpointRepository::endpoint)
                .one();
    }

    /** Nobody else adds an endpoint to the organisation until the caller's transaction ends. */
    public Mono<Void> lockOf(OrganisationId organisation) {
        return database.sql(
                        "select pg_advisory_xact_lock(hashtextextended('connection.webhook_endpoint ' || :organisation, 0))")
                .bind("organisation", organisation.toString())
                .then();
    }

    /** False where somebody else edited it meanwhile. */
    public Mono<Boolean> edit(UUID id, long version, String url, List<WebhookType> types) {
        return database.sql("""
                        update connection.webhook_endpoint set url = :url, event_types = :types, version = version + 1
                        where id = :id and version = :version and removed_at is null
                        """)
                .bind("url", url)
                .bind("types", codes(types))
                .bind("id", id)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> move(UUID id, EndpointState state) {
        return database.sql("""
                        update connection.webhook_endpoint
                        set state = :state, failing_since = case when :state = 'ACTIVE' then null else failing_since end,
                            version = version + 1
                        where id = :id and removed_at is null
                        """).bind("state", state.name()).bind("id", id).then();
    }

    /** It answered as it should. */
    public Mono<Void> markWell(UUID id) {
        return database.sql(
                        "update connection.webhook_endpoint set failing_since = null where id = :id and failing_since is not null")
                .bind("id", id)
                .then();
    }

    /** It did not; the first time since it did counts. */
    public Mono<Void> markFailing(UUID id, Instant at) {
        return database.sql(
                        "update connection.webhook_endpoint set failing_since = :at where id = :id and failing_since is null")
                .bind("at", at)
                .bind("id", id)
                .then();
    }

    /** Whether it was active, and has failed without a break for so long that it is not called any more. */
    public Mono<Boolean> giveUp(UUID id, Instant failingBefore) {
        return database.sql("""
                        update connection.webhook_endpoint set state = 'FAILED', version = version + 1
                        where id = :id and state = 'ACTIVE' and failing_since <= :before
                        """)
                .bind("id", id)
                .bind("before", failingBefore)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> remove(UUID id, Instant at) {
        return database.sql("update connection.webhook_endpoint set removed_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .then()
                .then(database.sql("delete from connection.webhook_secret where endpoint = :id")
                        .bind("id", id)
                        .then())
                .then(database.sql(
                                "update connection.webhook_delivery set state = 'GIVEN_UP' where endpoint = :id and state = 'WAITING'")
                        .bind("id", id)
                        .then());
    }

    /** The newest ends later, those before it now. */
    public Mono<Void> endSecrets(UUID endpoint, Instant now, Instant later) {
        return database.sql("""
                        update connection.webhook_secret
                        set ends_at = case when ends_at is null then :later else :now end
                        where endpoint = :endpoint and (ends_at is null or ends_at > :now)
                        """)
                .bind("endpoint", endpoint)
                .bind("now", now)
                .bind("later", later)
                .then();
    }

    public Mono<Void> addSecret(UUID id, UUID endpoint, String secret, Instant at) {
        return database.sql("""
                        insert into connection.webhook_secret (id, endpoint, secret_cipher, made_at)
                        values (:id, :endpoint, :cipher, :at)
                        """)
                .bind("id", id)
                .bind("endpoint", endpoint)
                .bind("cipher", cipher.encrypt(secret))
                .bind("at", at)
                .then();
    }

    /** Those that are good, the newest first. */
    public Flux<String> findSecrets(UUID endpoint, Instant now) {
        return database.sql("""
                        select secret_cipher from connection.webhook_secret
                        where endpoint = :endpoint and (ends_at is null or ends_at > :now)
                        order by made_at desc
                        """)
                .bind("endpoint", endpoint)
                .bind("now", now)
                .map(row -> cipher.decrypt(required(row, "secret_cipher", byte[].class)))
                .all();
    }

    /** Of those that have ended nothing is kept. */
    public Mono<Void> forgetSecrets(Instant now) {
        return database.sql("delete from connection.webhook_secret where ends_at <= :now")
                .bind("now", now)
                .then();
    }

    private static String[] codes(Collection<WebhookType> types) {
        return types.stream().map(WebhookType::code).toArray(String[]::new);
    }

    private static WebhookEndpoint endpoint(Readable row) {
        return new WebhookEndpoint(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "organisation_id", UUID.class)),
                required(row, "url", String.class),
                Stream.of(required(row, "event_types", String[].class))
                        .flatMap(code -> WebhookType.ofCode(code).stream())
                        .toList(),
                EndpointState.valueOf(required(row, "state", String.class)),
                row.get("failing_since", Instant.class),
                required(row, "made_at", Instant.class),
                required(row, "version", Long.class));
    }
}
