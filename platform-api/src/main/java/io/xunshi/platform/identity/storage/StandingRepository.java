package io.xunshi.platform.identity.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who is leaving. */
@Repository
public class StandingRepository {
    private final DatabaseClient database;

    StandingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where there is no such account, too. */
    public Mono<Boolean> isLeaving(AccountId account) {
        return database.sql("select leaving_since is not null as leaving from identity.account where id = :id")
                .bind("id", account.value())
                .map((row, metadata) -> required(row, "leaving", Boolean.class))
                .one()
                .defaultIfEmpty(false);
    }

    /** False where the account leaves already. */
    public Mono<Boolean> beginLeaving(AccountId account, Instant at) {
        return database.sql("update identity.account set leaving_since = :at where id = :id and leaving_since is null")
                .bind("at", at)
                .bind("id", account.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> stay(AccountId account) {
        return database.sql("update identity.account set leaving_since = null where id = :id and erased_at is null")
                .bind("id", account.value())
                .then();
    }
}
