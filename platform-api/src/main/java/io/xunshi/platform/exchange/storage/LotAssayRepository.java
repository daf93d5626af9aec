package io.xunshi.platform.exchange.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.domain.AssayReport;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.DocumentView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What laboratories read of lots. */
@Repository
public class LotAssayRepository {
    private static final String REPORTS = """
            select id, laboratory, number, issued_on, readings::text as readings, document_id, name, media_type,
                   size_bytes, sha256, added_at
            from exchange.assay_report where lot_id = :lot\s""";

    private static final TypeReference<Map<String, String>> READINGS = new TypeReference<>() {};

    private final DatabaseClient database;

    LotAssayRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where the lot has the same document already. */
    public Mono<Boolean> add(LotId lot, AssayReport report, AccountId by) {
        var paper = report.document();
        return database.sql("""
                        insert into exchange.assay_report
                            (id, lot_id, laboratory, number, issued_on, readings, document_id, name, media_type,
                             size_bytes, sha256, added_by, added_at)
                        values (:id, :lot, :laboratory, :number, :issuedOn, :readings::jsonb, :document, :name, :type,
                                :size, :sha256, :by, :at)
                        on conflict (lot_id, document_id) do nothing
                        """)
                .bind("id", report.id())
                .bind("lot", lot.value())
                .bind("laboratory", report.laboratory())
                .bind("number", report.number())
                .bind("issuedOn", report.issuedOn())
                .bind("readings", JsonMapper.shared().writeValueAsString(report.readings()))
                .bind("document", paper.id().value())
                .bind("name", paper.name())
                .bind("type", paper.mediaType())
                .bind("size", paper.sizeBytes())
                .bind("sha256", paper.sha256())
                .bind("by", by.value())
                .bind("at", report.addedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False where the lot has no such report. */
    public Mono<Boolean> remove(LotId lot, UUID report) {
        return database.sql("delete from exchange.assay_report where lot_id = :lot and id = :id")
                .bind("lot", lot.value())
                .bind("id", report)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Long> countOf(LotId lot) {
        return database.sql("select count(*) as reports from exchange.assay_report where lot_id = :lot")
                .bind("lot", lot.value())
                .map(row -> required(row, "reports", Long.class))
                .one();
    }

    public Mono<AssayReport> find(LotId lot, UUID report) {
        return database.sql(REPORTS + "and id = :id")
                .bind("lot", lot.value())
                .bind("id", report)
                .map(LotAssayRepository::report)
                .one();
    }

    /** Oldest first. */
    public Flux<AssayReport> findOf(LotId lot) {
        return database.sql(REPORTS + "order by added_at, id")
                .bind("lot", lot.value())
                .map(LotAssayRepository::report)
                .all();
    }

    private static AssayReport report(Readable row) {
        return new AssayReport(
                required(row, "id", UUID.class),
                required(row, "laboratory", String.class),
                required(row, "number", String.class),
                required(row, "issued_on", LocalDate.class),
                JsonMapper.shared().readValue(required(row, "readings", String.class), READINGS),
                new DocumentView(
                        new DocumentId(required(row, "document_id", UUID.class)),
                        required(row, "name", String.class),
                        required(row, "media_type", String.class),
                        required(row, "size_bytes", Long.class),
                        required(row, "sha256", String.class)),
                required(row, "added_at", Instant.class));
    }
}
