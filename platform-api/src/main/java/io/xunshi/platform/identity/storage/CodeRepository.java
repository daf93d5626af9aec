package io.xunshi.platform.identity.storage;

import io.xunshi.platform.identity.domain.CodePurpose;
import io.xunshi.platform.identity.domain.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** One-time codes, kept only as keyed hashes. */
@Repository
public class CodeRepository {
    /** Five wrong tries and the code is worth nothing: a million codes cannot be tried out. */
    private static final int TRIES_MAX = 5;

    private final DatabaseClient database;
    private final FieldCipher cipher;

    CodeRepository(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** False where the contact was sent a code less than the pause ago. */
    public Mono<Boolean> add(UUID id, Contact contact, CodePurpose purpose, String code, Instant now, Duration pause) {
        return database.sql("""
                        insert into identity.one_time_code (id, contact_index, purpose, code_hash, created_at)
                        select :id, :contact, :purpose, :hash, :now
                        where not exists (
                            select from identity.one_time_code
                            where contact_index = :contact and purpose = :purpose and created_at > :since)
                        """)
                .bind("id", id)
                .bind("contact", cipher.blindIndex(contact.value()))
                .bind("purpose", purpose.name())
                .bind("hash", hash(contact, purpose, code))
                .bind("now", now)
                .bind("since", now.minus(pause))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> remove(UUID id) {
        return database.sql("delete from identity.one_time_code where id = :id")
                .bind("id", id)
                .then();
    }

    /** Counts a try against the newest code, and uses it up where it is right. True once. */
    public Mono<Boolean> use(Contact contact, CodePurpose purpose, String code, Instant now, Duration validity) {
        return database.sql("""
                        update identity.one_time_code
                        set tries = tries + 1, used_at = case when code_hash = :hash then :now else used_at end
                        where id = (
                                select id
                                from identity.one_time_code
                                where contact_index = :contact and purpose = :purpose
                                order by created_at desc
                                limit 1)
                          and used_at is null
                          and tries < :tries
                          and created_at > :since
                        returning used_at is not null as right_one
                        """)
                .bind("hash", hash(contact, purpose, code))
                .bind("now", now)
                .bind("contact", cipher.blindIndex(contact.value()))
                .bind("purpose", purpose.name())
                .bind("tries", TRIES_MAX)
                .bind("since", now.minus(validity))
                .map((row, metadata) -> Boolean.TRUE.equals(row.get("right_one", Boolean.class)))
                .one()
                .defaultIfEmpty(false);
    }

    public Mono<Void> forgetOlderThan(Instant limit) {
        return database.sql("delete from identity.one_time_code where created_at < :limit")
                .bind("limit", limit)
                .then();
    }

    private byte[] hash(Contact contact, CodePurpose purpose, String code) {
        return cipher.blindIndex(purpose + "\n" + contact.value() + "\n" + code);
    }
}
