package io.xunshi.platform.identity.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.domain.Contact;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Wrong passwords per contact, whether it has an account or not: both must look the same from outside. */
@Repository
public class SignInFailureRepository {
    private final DatabaseClient database;
    private final FieldCipher cipher;

    SignInFailureRepository(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Until when the contact is locked; empty where it is not. */
    public Mono<Instant> lockedUntil(Contact contact, Instant now) {
        return database.sql("""
                        select locked_until
                        from identity.sign_in_failure
                        where contact_index = :contact and locked_until > :now
                        """)
                .bind("contact", cipher.blindIndex(contact.value()))
                .bind("now", now)
                .map((row, metadata) -> required(row, "locked_until", Instant.class))
                .one();
    }

    /** Counts one more failure and says how many there are now. */
    public Mono<Integer> count(Contact contact, Instant now) {
        return database.sql("""
                        insert into identity.sign_in_failure (contact_index, failures, locked_until)
                        values (:contact, 1, :now)
                        on conflict (contact_index) do update set failures = sign_in_failure.failures + 1
                        returning failures
                        """)
                .bind("contact", cipher.blindIndex(contact.value()))
                .bind("now", now)
                .map((row, metadata) -> required(row, "failures", Integer.class))
                .one();
    }

    public Mono<Void> lock(Contact contact, Instant until) {
        return database.sql("update identity.sign_in_failure set locked_until = :until where contact_index = :contact")
                .bind("until", until)
                .bind("contact", cipher.blindIndex(contact.value()))
                .then();
    }

    public Mono<Void> forget(Contact contact) {
        return database.sql("delete from identity.sign_in_failure where contact_index = :contact")
                .bind("contact", cipher.blindIndex(contact.value()))
                .then();
    }
}
