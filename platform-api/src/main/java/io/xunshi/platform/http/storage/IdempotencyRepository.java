package io.xunshi.platform.http.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.http.domain.KeptAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keys and answers in PostgreSQL, so that they outlive Redis; timed by the database's clock. */
@Repository
public class IdempotencyRepository {
    private final DatabaseClient database;

    IdempotencyRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Takes the key for a request; false where it is taken. A key whose first request died without an answer is taken
     * over after the patience has passed.
     */
    public Mono<Boolean> take(String owner, String key, String requestHash, Duration patience) {
        return database.sql("""
                        insert into http.idempotency (owner, key, request_hash)
                        values (:owner, :key, :hash)
                        on conflict (owner, key) do update
                        set started_at = now()
                        where idempotency.status is null
                          and idempotency.request_hash = excluded.request_hash
                          and idempotency.started_at < now() - :patience * interval '1 millisecond'
                        """)
                .bind("owner", owner)
                .bind("key", key)
                .bind("hash", requestHash)
                .bind("patience", patience.toMillis())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<KeptAnswer> find(String owner, String key) {
        return database.sql("""
                        select request_hash, status, content_type, body
                        from http.idempotency
                        where owner = :owner and key = :key
                        """)
                .bind("owner", owner)
                .bind("key", key)
                .map((row, metadata) -> new KeptAnswer(
                        required(row, "request_hash", String.class),
                        row.get("status", Integer.class),
                        row.get("content_type", String.class),
                        row.get("body", byte[].class)))
                .one();
    }

    public Mono<Void> keep(String owner, String key, int status, @Nullable String contentType, byte[] body) {
        return database.sql("""
                        update http.idempotency
                        set status = :status, content_type = :contentType, body = :body
                        where owner = :owner and key = :key
                        """)
                .bind("status", status)
                .bind("contentType", Parameters.in(R2dbcType.VARCHAR, contentType))
                .bind("body", body)
                .bind("owner", owner)
                .bind("key", key)
                .then();
    }

    /** Gives the key back after a failure of ours, so that the caller may try again. */
    public Mono<Void> giveBack(String owner, String key) {
        return database.sql("delete from http.idempotency where owner = :owner and key = :key and status is null")
                .bind("owner", owner)
                .bind("key", key)
                .then();
    }

    public Mono<Long> forgetOlderThan(Duration retention) {
        return database.sql(
                        "delete from http.idempotency where started_at < now() - :retention * interval '1 millisecond'")
                .bind("retention", retention.toMillis())
                .fetch()
                .rowsUpdated();
    }
}
