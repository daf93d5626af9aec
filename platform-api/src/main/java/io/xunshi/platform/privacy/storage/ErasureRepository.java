package io.xunshi.platform.privacy.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.privacy.domain.Erasure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erasures that wait, and the proof of those that were made. */
@Repository
public class ErasureRepository {
    private static final String COLUMNS =
            "select id, account, requested_at, due_at, clear_since from privacy.erasure where ";

    private final DatabaseClient database;

    ErasureRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where one waits already. */
    public Mono<Boolean> add(Erasure erasure) {
        return database.sql("""
                        insert into privacy.erasure (id, account, requested_at, due_at, next_look_at)
                        values (:id, :account, :at, :due, :due)
                        on conflict (account) where next_look_at is not null do nothing
                        """)
                .bind("id", erasure.id())
                .bind("account", erasure.account().value())
                .bind("at", erasure.requestedAt())
                .bind("due", erasure.dueAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The one of the person that waits. */
    public Mono<Erasure> find(AccountId account) {
        return database.sql(COLUMNS + "account = :account and next_look_at is not null")
                .bind("account", account.value())
                .map(ErasureRepository::erasure)
                .one();
    }

    public Flux<Erasure> findDue(Instant now, int most) {
        return database.sql(COLUMNS + "next_look_at <= :now order by next_look_at limit :most")
                .bind("now", now)
                .bind("most", most)
                .map(ErasureRepository::erasure)
                .all();
    }

    /** Takes it for this transaction; empty where somebody else has it, or it does not wait any more. */
    public Mono<Erasure> lock(UUID id, Instant now) {
        return database.sql(COLUMNS + "id = :id and next_look_at <= :now for update skip locked")
                .bind("id", id)
                .bind("now", now)
                .map(ErasureRepository::erasure)
                .one();
    }

    public Mono<Void> postpone(UUID id, Instant until, @Nullable Instant clearSince) {
        return database.sql("update privacy.erasure set next_look_at = :until, clear_since = :since where id = :id")
                .bind("until", until)
                .bind(
                        "since",
                        Parameters.in(
                                R2dbcType.TIMESTAMP_WITH_TIME_ZONE,
                                clearSince == null ? null : clearSince.atOffset(ZoneOffset.UTC)))
                .bind("id", id)
                .then();
    }

    /** False where none waits. */
    public Mono<Boolean> callOff(AccountId account, Instant at) {
        return database.sql("""
                        update privacy.erasure
                        set next_look_at = null, called_off_at = :at
                        where account = :account and next_look_at is not null
                        """)
                .bind("at", at)
                .bind("account", account.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> finish(UUID id, Instant at) {
        return database.sql("update privacy.erasure set next_look_at = null, erased_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .then();
    }

    private static Erasure erasure(Readable row) {
        return new Erasure(
                required(row, "id", UUID.class),
                new AccountId(required(row, "account", UUID.class)),
                required(row, "requested_at", Instant.class),
                required(row, "due_at", Instant.class),
                row.get("clear_since", Instant.class));
    }
}
