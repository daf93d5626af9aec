package io.xunshi.platform.privacy.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.privacy.domain.Archive;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Archives, encrypted, and the keys of the links to them, of which only hashes are kept. */
@Repository
public class ArchiveRepository {
    private static final String COLUMNS = "select id, account, requested_at, ready_at from privacy.archive where ";

    private final DatabaseClient database;
    private final PersonalText personalText;

    ArchiveRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    /** False where one of the person's is being put together. */
    public Mono<Boolean> add(Archive archive) {
        return database.sql("""
                        insert into privacy.archive (id, account, requested_at)
                        values (:id, :account, :at)
                        on conflict (account) where ready_at is null do nothing
                        """)
                .bind("id", archive.id())
                .bind("account", archive.account().value())
                .bind("at", archive.requestedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Archive> latest(AccountId account) {
        return database.sql(COLUMNS + "account = :account order by requested_at desc limit 1")
                .bind("account", account.value())
                .map(ArchiveRepository::archive)
                .one();
    }

    public Mono<Long> countSince(AccountId account, Instant since) {
        return database.sql("select count(*) from privacy.archive where account = :account and requested_at > :since")
                .bind("account", account.value())
                .bind("since", since)
                .mapValue(Long.class)
                .one();
    }

    public Flux<Archive> findWaiting(int most) {
        return database.sql(COLUMNS + "ready_at is null order by requested_at limit :most")
                .bind("most", most)
                .map(ArchiveRepository::archive)
                .all();
    }

    /** False where another replica was first, or the archive is gone. */
    public Mono<Boolean> complete(UUID id, String document, Instant at) {
        return database.sql("""
                        update privacy.archive
                        set document_cipher = :document, ready_at = :at
                        where id = :id and ready_at is null
                        """)
                .bind("document", personalText.encrypt(document))
                .bind("at", at)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False where there is no such archive of the person's, or it is not ready. */
    public Mono<Boolean> giveKey(UUID id, AccountId account, String key, Instant until) {
        return database.sql("""
                        update privacy.archive
                        set key_hash = :hash, key_until = :until
                        where id = :id and account = :account and ready_at is not null
                        """)
                .bind("hash", personalText.blindIndex(key))
                .bind("until", until)
                .bind("id", id)
                .bind("account", account.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The document, for its owner with a key that still opens it. */
    public Mono<String> open(UUID id, AccountId account, String key, Instant now) {
        return database.sql("""
                        select document_cipher
                        from privacy.archive
                        where id = :id and account = :account and key_hash = :hash and key_until > :now
                        """)
                .bind("id", id)
                .bind("account", account.value())
                .bind("hash", personalText.blindIndex(key))
                .bind("now", now)
                .map((row, metadata) -> personalText.decrypt(required(row, "document_cipher", byte[].class)))
                .one();
    }

    public Mono<Void> forgetOlderThan(Instant limit) {
        return database.sql("delete from privacy.archive where requested_at < :limit")
                .bind("limit", limit)
                .then();
    }

    private static Archive archive(Readable row) {
        return new Archive(
                required(row, "id", UUID.class),
                new AccountId(required(row, "account", UUID.class)),
                required(row, "requested_at", Instant.class),
                row.get("ready_at", Instant.class));
    }
}
