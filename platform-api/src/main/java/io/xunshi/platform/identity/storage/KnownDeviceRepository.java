package io.xunshi.platform.identity.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SharedBrowsers;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which browsers an account was signed in with; a browser is known by a cookie of ours, of which a keyed hash is kept.
 */
@Repository
public class KnownDeviceRepository implements SharedBrowsers {
    private final DatabaseClient database;
    private final FieldCipher cipher;

    KnownDeviceRepository(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Remembers it. True where the account has others and this one is new to it. */
    public Mono<Boolean> isNewAmongOthers(AccountId account, String token, String device, Instant at) {
        return database.sql("""
                        with others as (
                            select count(*) as known from identity.known_device where account = :account)
                        insert into identity.known_device as kept (account, device_hash, device, first_at, last_at)
                        values (:account, :hash, :device, :at, :at)
                        on conflict (account, device_hash) do update
                        set device = excluded.device, last_at = excluded.last_at
                        returning kept.xmax = 0 and (select known > 0 from others) as is_new
                        """)
                .bind("account", account.value())
                .bind("hash", cipher.blindIndex("device\n" + token))
                .bind("device", device)
                .bind("at", at)
                .map((row, metadata) -> required(row, "is_new", Boolean.class))
                .one();
    }

    @Override
    public Flux<AccountId> of(AccountId account) {
        return database.sql("""
                        select distinct other.account
                        from identity.known_device as mine
                        join identity.known_device as other on other.device_hash = mine.device_hash
                        where mine.account = :account and other.account <> :account
                        """)
                .bind("account", account.value())
                .map((row, metadata) -> new AccountId(required(row, "account", UUID.class)))
                .all();
    }
}
