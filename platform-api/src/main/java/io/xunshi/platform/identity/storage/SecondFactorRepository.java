package io.xunshi.platform.identity.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.domain.SecondFactor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Secrets of second factors, encrypted, and recovery codes, of which only keyed hashes are kept. */
@Repository
public class SecondFactorRepository {
    private final DatabaseClient database;
    private final FieldCipher cipher;

    SecondFactorRepository(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    public Mono<SecondFactor> standing(AccountId account) {
        return database.sql("""
                        select account.office_since, second_factor.confirmed_at is not null as is_on
                        from identity.account left join identity.second_factor on second_factor.account = account.id
                        where account.id = :id
                        """)
                .bind("id", account.value())
                .map((row, metadata) -> new SecondFactor(
                        required(row, "is_on", Boolean.class), required(row, "office_since", Instant.class)))
                .one();
    }

    /** Replaces one that was begun and not confirmed; false where there is one already. */
    public Mono<Boolean> begin(AccountId account, String secret, Instant at) {
        return database.sql("""
                        insert into identity.second_factor (account, secret_cipher, begun_at)
                        values (:account, :secret, :at)
                        on conflict (account) do update
                        set secret_cipher = excluded.secret_cipher, begun_at = excluded.begun_at, last_step = 0
                        where second_factor.confirmed_at is null
                        """)
                .bind("account", account.value())
                .bind("secret", cipher.encrypt(secret))
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The secret as it was begun with; empty where there is none. */
    public Mono<String> secret(AccountId account, boolean isConfirmed) {
        return database.sql("""
                        select secret_cipher from identity.second_factor
                        where account = :account and (confirmed_at is not null) = :confirmed
                        """)
                .bind("account", account.value())
                .bind("confirmed", isConfirmed)
                .map((row, metadata) -> cipher.decrypt(required(row, "secret_cipher", byte[].class)))
                .one();
    }

    /** False where this step's code, or a later one's, was used. */
    public Mono<Boolean> use(AccountId account, long step) {
        return database.sql(
                        "update identity.second_factor set last_step = :step where account = :account and last_step < :step")
                .bind("step", step)
                .bind("account", account.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> confirm(AccountId account, List<String> recoveryCodes, Instant at) {
        return database.sql("update identity.second_factor set confirmed_at = :at where account = :account")
                .bind("at", at)
                .bind("account", account.value())
                .then()
                .then(forgetRecoveryCodes(account))
                .thenMany(Flux.fromIterable(recoveryCodes))
                .concatMap(code -> addRecoveryCode(account, code))
                .then();
    }

    /** True once for each code. */
    public Mono<Boolean> useRecoveryCode(AccountId account, String code, Instant at) {
        return database.sql("""
                        update identity.recovery_code
                        set used_at = :at
                        where account = :account and code_hash = :hash and used_at is null
                        """)
                .bind("at", at)
                .bind("account", account.value())
                .bind("hash", hash(account, code))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> remove(AccountId account) {
        return forgetRecoveryCodes(account)
                .then(database.sql("delete from identity.second_factor where account = :account")
                        .bind("account", account.value())
                        .then());
    }

    private Mono<Void> addRecoveryCode(AccountId account, String code) {
        return database.sql("insert into identity.recovery_code (account, code_hash) values (:account, :hash)")
                .bind("account", account.value())
                .bind("hash", hash(account, code))
                .then();
    }

    private Mono<Void> forgetRecoveryCodes(AccountId account) {
        return database.sql("delete from identity.recovery_code where account = :account")
                .bind("account", account.value())
                .then();
    }

    private byte[] hash(AccountId account, String code) {
        return cipher.blindIndex("recovery\n" + account + "\n" + code.toUpperCase(Locale.ROOT));
    }
}
