package io.xunshi.platform.trace.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The salts under which people stand in the log. */
@Repository
public class SaltRepository {
    private final DatabaseClient database;

    SaltRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The person's salt; the proposed one where there was none. One that is there is read without a lock, since records
     * of several people's trades are written side by side.
     */
    public Mono<byte[]> saltOf(AccountId account, byte[] proposed) {
        return find(account)
                .switchIfEmpty(Mono.defer(() -> add(account, proposed)))
                .switchIfEmpty(Mono.defer(() -> find(account)));
    }

    private Mono<byte[]> find(AccountId account) {
        return database.sql("select salt from trace.salt where account = :account")
                .bind("account", account.value())
                .map((row, metadata) -> required(row, "salt", byte[].class))
                .one();
    }

    /** Empty where another transaction was faster; its salt can be read then. */
    private Mono<byte[]> add(AccountId account, byte[] proposed) {
        return database.sql("""
                        insert into trace.salt (account, salt) values (:account, :salt)
                        on conflict (account) do nothing
                        returning salt
                        """)
                .bind("account", account.value())
                .bind("salt", proposed)
                .map((row, metadata) -> required(row, "salt", byte[].class))
                .one();
    }
}
