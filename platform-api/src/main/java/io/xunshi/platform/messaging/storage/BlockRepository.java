package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
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

    /** Whether the person and any of the people do not want to hear from each other. */
    public Mono<Boolean> isAnyBetween(AccountId person, Collection<AccountId> people) {
        return database.sql("""
                        select exists (
                            select from messaging.block
                            where blocker = :person and blocked = any(:people)
                               or blocked = :person and blocker = any(:people)) as is_any
                        """)
                .bind("person", person.value())
                .bind("people", people.stream().map(AccountId::value).toArray(UUID[]::new))
                .map((row, metadata) -> required(row, "is_any", Boolean.class))
                .one();
    }

    /** Those of the people who do not want to hear from the person, or whom the person does not want to hear from. */
    public Flux<AccountId> between(AccountId person, Collection<AccountId> people) {
        return database.sql("""
                        select blocked as other from messaging.block where blocker = :person and blocked = any(:people)
                        union
                        select blocker from messaging.block where blocked = :person and blocker = any(:people)
                        """)
                .bind("person", person.value())
                .bind("people", people.stream().map(AccountId::value).toArray(UUID[]::new))
                .map((row, metadata) -> new AccountId(required(row, "other", UUID.class)))
                .all();
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
