package io.xunshi.platform.purpose.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.purpose.PurposeKind;
import io.xunshi.platform.purpose.domain.Purpose;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Declared purposes; their reasons are encrypted, since they may name people. */
@Repository
public class PurposeRepository {
    static final String COLUMNS = """
            declaration.id as declaration, declaration.officer, declaration.role, declaration.kind, declaration.case_number,
            declaration.reason_cipher, declaration.untold_until, declaration.declared_at, declaration.valid_until,
            declaration.ended_at
            """;
    private static final String SELECT = "select " + COLUMNS + " from purpose.declaration ";

    private final DatabaseClient database;
    private final PersonalText texts;

    PurposeRepository(DatabaseClient database, PersonalText texts) {
        this.database = database;
        this.texts = texts;
    }

    public Mono<Void> add(Purpose purpose) {
        return database.sql("""
                        insert into purpose.declaration
                            (id, officer, role, kind, case_number, reason_cipher, untold_until, declared_at, valid_until)
                        values (:id, :officer, :role, :kind, :caseNumber, :reason, :untoldUntil, :declaredAt, :validUntil)
                        """)
                .bind("id", purpose.id())
                .bind("officer", purpose.officer().value())
                .bind("role", purpose.role().name())
                .bind("kind", purpose.kind().name())
                .bind("caseNumber", purpose.caseNumber())
                .bind("reason", texts.encrypt(purpose.reason()))
                .bind("untoldUntil", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, purpose.untoldUntil()))
                .bind("declaredAt", purpose.declaredAt())
                .bind("validUntil", purpose.validUntil())
                .then();
    }

    public Mono<Purpose> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(this::purpose)
                .one();
    }

    /** Newest first. */
    public Flux<Purpose> findOf(AccountId officer, int limit) {
        return database.sql(SELECT + "where officer = :officer order by declared_at desc, id desc limit :limit")
                .bind("officer", officer.value())
                .bind("limit", limit)
                .map(this::purpose)
                .all();
    }

    /** False where it is over already. */
    public Mono<Boolean> end(UUID id, Instant at) {
        return database.sql("""
                        update purpose.declaration set ended_at = :at
                        where id = :id and ended_at is null and valid_until > :at
                        """)
                .bind("id", id)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Purpose purpose(Readable row) {
        return new Purpose(
                required(row, "declaration", UUID.class),
                new AccountId(required(row, "officer", UUID.class)),
                Role.valueOf(required(row, "role", String.class)),
                PurposeKind.valueOf(required(row, "kind", String.class)),
                required(row, "case_number", String.class),
                texts.decrypt(required(row, "reason_cipher", byte[].class)),
                row.get("untold_until", Instant.class),
                required(row, "declared_at", Instant.class),
                required(row, "valid_until", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
