package io.xunshi.platform.invoicing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.domain.Batch;
import io.xunshi.platform.invoicing.domain.BatchRow;
import io.xunshi.platform.invoicing.domain.BatchRow.SubjectKind;
import io.xunshi.platform.invoicing.domain.FlowTable;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Batches, which never change. */
@Repository
public class BatchRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String SELECT = """
            select id, organisation, first_day, last_day, exported, refused, sha256, made_at from invoicing.batch
            """;

    private final DatabaseClient database;

    BatchRepository(DatabaseClient database) {
        this.database = database;
    }

    /** @param document of which the batch has the hash */
    public Mono<Void> add(Batch batch, String document, List<BatchRow> rows, AccountId by) {
        return database.sql("""
                        insert into invoicing.batch
                            (id, organisation, first_day, last_day, exported, refused, document, sha256, made_by, made_at)
                        values (:id, :organisation, :first, :last, :exported, :refused, :document, :sha256, :by, :at)
                        """)
                .bind("id", batch.id())
                .bind("organisation", batch.organisation().value())
                .bind("first", batch.firstDay())
                .bind("last", batch.lastDay())
                .bind("exported", batch.exported())
                .bind("refused", batch.refused())
                .bind("document", document)
                .bind("sha256", batch.sha256())
                .bind("by", by.value())
                .bind("at", batch.madeAt())
                .then()
                .thenMany(Flux.range(0, rows.size()))
                .concatMap(position -> add(batch, position, rows.get(position)))
                .then();
    }

    public Mono<Batch> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(BatchRepository::batch)
                .one();
    }

    /** Newest first; of everybody where no organisation is named. */
    public Flux<Batch> findOf(@Nullable OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        var statement = database.sql(
                        SELECT + """
                        where (made_at, id) < (:at, :id) %s
                        order by made_at desc, id desc
                        limit :limit
                        """.formatted(organisation == null ? "" : "and organisation = :organisation"))
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit);
        return (organisation == null ? statement : statement.bind("organisation", organisation.value()))
                .map(BatchRepository::batch)
                .all();
    }

    /** What was handed out; it can be long, so lists are read without it. */
    public Mono<String> documentOf(UUID batch) {
        return database.sql("select document from invoicing.batch where id = :id")
                .bind("id", batch)
                .map(row -> required(row, "document", String.class))
                .one();
    }

    /** In their order. */
    public Flux<BatchRow> rowsOf(UUID batch) {
        return database.sql("""
                        select subject, subject_kind, number, is_exported, flows
                        from invoicing.batch_row where batch = :batch order by position
                        """)
                .bind("batch", batch)
                .map(row -> new BatchRow(
                        required(row, "subject", UUID.class),
                        SubjectKind.valueOf(required(row, "subject_kind", String.class)),
                        required(row, "number", String.class),
                        required(row, "is_exported", Boolean.class),
                        JsonMapper.shared().readValue(required(row, "flows", String.class), FlowTable.class)))
                .all();
    }

    private Mono<Void> add(Batch batch, int position, BatchRow row) {
        return database.sql("""
                        insert into invoicing.batch_row
                            (batch, position, subject, subject_kind, number, is_exported, flows)
                        values (:batch, :position, :subject, :kind, :number, :exported, :flows::jsonb)
                        """)
                .bind("batch", batch.id())
                .bind("position", position)
                .bind("subject", row.subject())
                .bind("kind", row.kind().name())
                .bind("number", row.number())
                .bind("exported", row.isExported())
                .bind("flows", JsonMapper.shared().writeValueAsString(row.flows()))
                .then();
    }

    private static Batch batch(Readable row) {
        return new Batch(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "organisation", UUID.class)),
                required(row, "first_day", LocalDate.class),
                required(row, "last_day", LocalDate.class),
                required(row, "exported", Integer.class),
                required(row, "refused", Integer.class),
                required(row, "sha256", String.class),
                required(row, "made_at", Instant.class));
    }
}
