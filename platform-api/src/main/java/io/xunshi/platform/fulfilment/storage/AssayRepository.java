package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.domain.AssayReport;
import io.xunshi.platform.fulfilment.domain.AssayReport.Reader;
import io.xunshi.platform.fulfilment.domain.Sample;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.pricing.Assay.HardReject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Samples, and what laboratories read of them. */
@Repository
public class AssayRepository {
    private static final TypeReference<Map<String, Long>> VALUES = new TypeReference<>() {};

    private final DatabaseClient database;

    AssayRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(DealId deal, Sample sample, AccountId by) {
        return database.sql("""
                        insert into fulfilment.sample
                            (deal, taken_by, place, seals, taken_at, kept_until, documents, entered_by)
                        values (:deal, :takenBy, :place, :seals, :at, :keptUntil, :documents, :by)
                        """)
                .bind("deal", deal.value())
                .bind("takenBy", sample.takenBy())
                .bind("place", sample.place())
                .bind("seals", sample.seals().toArray(String[]::new))
                .bind("at", sample.takenAt())
                .bind("keptUntil", sample.keptUntil())
                .bind("documents", sample.documents().toArray(UUID[]::new))
                .bind("by", by.value())
                .then();
    }

    /** Empty where none was taken. */
    public Mono<Sample> sampleOf(DealId deal) {
        return database.sql("""
                        select taken_by, place, seals, taken_at, kept_until, documents
                        from fulfilment.sample where deal = :deal
                        """)
                .bind("deal", deal.value())
                .map(AssayRepository::sample)
                .one();
    }

    public Mono<Void> add(DealId deal, AssayReport report, AccountId by) {
        return database.sql("""
                        insert into fulfilment.assay
                            (deal, reader, laboratory, readings, rejects, documents, at, entered_by)
                        values (:deal, :reader, :laboratory, :readings::jsonb, :rejects, :documents, :at, :by)
                        """)
                .bind("deal", deal.value())
                .bind("reader", report.reader().name())
                .bind("laboratory", report.laboratory())
                .bind("readings", JsonMapper.shared().writeValueAsString(report.values()))
                .bind(
                        "rejects",
                        report.rejects().stream().map(HardReject::name).sorted().toArray(String[]::new))
                .bind("documents", report.documents().toArray(UUID[]::new))
                .bind("at", report.at())
                .bind("by", by.value())
                .then();
    }

    /** Oldest first. */
    public Flux<AssayReport> reportsOf(DealId deal) {
        return database.sql("""
                        select reader, laboratory, readings::text as readings, rejects, documents, at
                        from fulfilment.assay where deal = :deal order by at
                        """)
                .bind("deal", deal.value())
                .map(AssayRepository::report)
                .all();
    }

    private static Sample sample(Readable row) {
        return new Sample(
                required(row, "taken_by", String.class),
                required(row, "place", String.class),
                List.of(required(row, "seals", String[].class)),
                required(row, "taken_at", Instant.class),
                required(row, "kept_until", LocalDate.class),
                List.of(required(row, "documents", UUID[].class)));
    }

    private static AssayReport report(Readable row) {
        return new AssayReport(
                Reader.valueOf(required(row, "reader", String.class)),
                required(row, "laboratory", String.class),
                JsonMapper.shared().readValue(required(row, "readings", String.class), VALUES),
                Stream.of(required(row, "rejects", String[].class))
                        .map(HardReject::valueOf)
                        .collect(Collectors.toSet()),
                List.of(required(row, "documents", UUID[].class)),
                required(row, "at", Instant.class));
    }
}
