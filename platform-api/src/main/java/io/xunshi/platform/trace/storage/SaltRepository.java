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

    /** The person's salt; the proposed one where there was none. */
    public Mono<byte[]> saltOf(AccountId account, byte[] proposed) {
        return database.sql("""
                        insert into trace.salt (account, salt) values (:account, :salt)
                        on conflict (account) do update set salt = salt.salt
                        returning salt
                        """)
                .bind("account", account.value())
                .bind("salt", proposed)
                .map((row, metadata) -> required(row, "salt", byte[].class))
                .one();
    }
}
