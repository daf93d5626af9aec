package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who may write to nobody for a while. */
@Repository
public class MuteRepository {
    private final DatabaseClient database;

    MuteRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Of two that overlap the later end counts. */
    public Mono<Void> mute(AccountId person, Instant until) {
        return database.sql("""
                        insert into messaging.mute (account, until) values (:account, :until)
                        on conflict (account) do update set until = greatest(mute.until, excluded.until)
                        """)
                .bind("account", person.value())
                .bind("until", until)
                .then();
    }

    /** Does nothing to a mute that ends later than the given one, which is another. */
    public Mono<Void> end(AccountId person, Instant until, Instant now) {
        return database.sql("""
                        update messaging.mute set until = :now
                        where account = :account and until > :now and until <= :until
                        """)
                .bind("account", person.value())
                .bind("until", until)
                .bind("now", now)
                .then();
    }

    /** Empty for who may write. */
    public Mono<Instant> endOf(AccountId person, Instant now) {
        return database.sql("select until from messaging.mute where account = :account and until > :now")
                .bind("account", person.value())
                .bind("now", now)
                .map((row, metadata) -> required(row, "until", Instant.class))
                .one();
    }
}
