package io.xunshi.platform.catalog.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.MaterialEdition;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Editions of materials after the first. */
@Repository
public class EditionRepository {
    private final DatabaseClient database;

    EditionRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Of each material the oldest first; standards change once in years, so there are few. */
    public Flux<MaterialEdition> findAll() {
        return database.sql("""
                        select code, edition, valid_from, name_zh, name_en, standard, licence_gate, limits
                        from catalog.material_edition order by code, edition
                        """)
                .map(row -> new MaterialEdition(
                        required(row, "code", String.class),
                        required(row, "edition", Integer.class),
                        required(row, "valid_from", LocalDate.class),
                        required(row, "name_zh", String.class),
                        required(row, "name_en", String.class),
                        required(row, "standard", String.class),
                        LicenceGate.valueOf(required(row, "licence_gate", String.class)),
                        required(row, "limits", String.class)))
                .all();
    }

    /** False where another officer was first. */
    public Mono<Boolean> add(MaterialEdition edition, AccountId officer, Instant at) {
        return database.sql("""
                        insert into catalog.material_edition
                            (code, edition, valid_from, name_zh, name_en, standard, licence_gate, limits, published_by, published_at)
                        values (:code, :edition, :from, :nameZh, :nameEn, :standard, :gate, :limits, :officer, :at)
                        on conflict do nothing
                        """)
                .bind("code", edition.code())
                .bind("edition", edition.edition())
                .bind("from", edition.validFrom())
                .bind("nameZh", edition.nameZh())
                .bind("nameEn", edition.nameEn())
                .bind("standard", edition.standard())
                .bind("gate", edition.licenceGate().name())
                .bind("limits", edition.limits())
                .bind("officer", officer.value())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
