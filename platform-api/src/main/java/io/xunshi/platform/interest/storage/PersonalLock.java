package io.xunshi.platform.interest.storage;

import io.xunshi.platform.identity.AccountId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Lets one person's requests that count before they add wait for each other, so that no limit is passed. */
@Repository
public class PersonalLock {
    private final DatabaseClient database;

    PersonalLock(DatabaseClient database) {
        this.database = database;
    }

    /** Until the end of the caller's transaction. */
    public Mono<Void> take(AccountId account) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('interest ' || :account::text, 0))")
                .bind("account", account.value())
                .then();
    }
}
