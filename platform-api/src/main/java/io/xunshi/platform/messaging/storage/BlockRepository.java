package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who does not want to hear from whom, in any conversation. */
@Repository
public class BlockRepository {
    private final DatabaseClient database;

    BlockRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where it was so already. */
    public Mono<Boolean> add(AccountId blocker, AccountId blocked, Instant now) {
        return database.sql("""
                        insert into messaging.block (blocker, blocked, blocked_at)
                        values (:blocker, :blocked, :now)
                        on conflict do nothing
                        """)
                .bind("blocker", blocker.value())
                .bind("blocked", blocked.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether either does not want to hear from the other. */
    public Mono<Boolean> areBetween(AccountId one, AccountId other) {
        return database.sql("""
                        select exists (
                            select from messaging.block
                            where (blocker, blocked) in ((:one, :other), (:other, :one))) as are_there
                        """)
                .bind("one", one.value())
                .bind("other", other.value())
                .map((row, metadata) -> required(row, "are_there", Boolean.class))
                .one();
    }

    /** False where it was so already. */
    public Mono<Boolean> remove(AccountId blocker, AccountId blocked) {
        return database.sql("delete from messaging.block where blocker = :blocker and blocked = :blocked")
                .bind("blocker", blocker.value())
                .bind("blocked", blocked.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
