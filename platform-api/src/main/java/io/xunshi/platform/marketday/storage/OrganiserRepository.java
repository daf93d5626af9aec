package io.xunshi.platform.marketday.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.marketday.domain.Organiser;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Organisers and who acts for them. */
@Repository
public class OrganiserRepository {
    private static final String COLUMNS = "select id, name, kind from marketday.organiser\n";

    private final DatabaseClient database;

    OrganiserRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Organiser organiser, Instant at) {
        return database.sql("""
                        insert into marketday.organiser (id, name, kind, entered_at) values (:id, :name, :kind, :at)
                        """)
                .bind("id", organiser.id())
                .bind("name", organiser.name())
                .bind("kind", organiser.kind().name())
                .bind("at", at)
                .then();
    }

    public Mono<Organiser> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id)
                .map(OrganiserRepository::organiser)
                .one();
    }

    /** By name; there are hundreds in a city, not thousands. */
    public Flux<Organiser> findAll() {
        return database.sql(COLUMNS + "order by name, id limit 500")
                .map(OrganiserRepository::organiser)
                .all();
    }

    /** Whom somebody acts for. */
    public Mono<Organiser> findOfSteward(AccountId steward) {
        return database.sql(COLUMNS + """
                        where id = (select organiser_id from marketday.steward where account = :account and until is null)
                        """)
                .bind("account", steward.value())
                .map(OrganiserRepository::organiser)
                .one();
    }

    public Flux<AccountId> stewardsOf(UUID id) {
        return database.sql("""
                        select account from marketday.steward where organiser_id = :id and until is null order by since
                        """)
                .bind("id", id)
                .map((row, metadata) -> new AccountId(required(row, "account", UUID.class)))
                .all();
    }

    /** False where they act for an organiser already. */
    public Mono<Boolean> addSteward(UUID id, AccountId steward, Instant since) {
        return database.sql("""
                        insert into marketday.steward (organiser_id, account, since) values (:id, :account, :since)
                        on conflict do nothing
                        """)
                .bind("id", id)
                .bind("account", steward.value())
                .bind("since", since)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> endSteward(UUID id, AccountId steward, Instant until) {
        return database.sql("""
                        update marketday.steward set until = :until
                        where organiser_id = :id and account = :account and until is null
                        """)
                .bind("until", until)
                .bind("id", id)
                .bind("account", steward.value())
                .then();
    }

    private static Organiser organiser(Readable row) {
        return new Organiser(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                Organiser.Kind.valueOf(required(row, "kind", String.class)));
    }
}
