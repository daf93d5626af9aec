package io.xunshi.platform.appraisal.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.appraisal.domain.Licence;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Appraisers' certificates. The newest counts; those of before stay for what was certified under them. */
@Repository
public class LicenceRepository {
    private final DatabaseClient database;

    LicenceRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Licence> find(AccountId account) {
        return database.sql("""
                        select account, number, categories, valid_from, valid_until
                        from appraisal.licence
                        where account = :account
                        order by entered_at desc
                        limit 1
                        """)
                .bind("account", account.value())
                .map(LicenceRepository::licence)
                .one();
    }

    public Mono<Void> add(Licence licence, AccountId officer, Instant now) {
        return database.sql("""
                        insert into appraisal.licence
                            (account, number, categories, valid_from, valid_until, entered_by, entered_at)
                        values (:account, :number, :categories, :from, :until, :officer, :now)
                        """)
                .bind("account", licence.account().value())
                .bind("number", licence.number())
                .bind("categories", licence.categories().toArray(String[]::new))
                .bind("from", licence.validFrom())
                .bind("until", licence.validUntil())
                .bind("officer", officer.value())
                .bind("now", now)
                .then();
    }

    private static Licence licence(Readable row) {
        return new Licence(
                new AccountId(required(row, "account", UUID.class)),
                required(row, "number", String.class),
                Arrays.asList(required(row, "categories", String[].class)),
                required(row, "valid_from", LocalDate.class),
                required(row, "valid_until", LocalDate.class));
    }
}
