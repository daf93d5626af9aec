package io.xunshi.platform.identity.storage;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.domain.Standing;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who is leaving, and who is suspended until when. */
@Repository
public class StandingRepository {
    private final DatabaseClient database;

    StandingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where there is no such account. */
    public Mono<Standing> find(AccountId account) {
        return database.sql("select leaving_since, suspended_until from identity.account where id = :id")
                .bind("id", account.value())
                .map((row, metadata) -> new Standing(
                        row.get("leaving_since", Instant.class), row.get("suspended_until", Instant.class)))
                .one();
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
