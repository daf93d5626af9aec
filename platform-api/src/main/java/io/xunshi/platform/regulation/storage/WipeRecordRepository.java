package io.xunshi.platform.regulation.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.regulation.WipeDeclaration;
import io.xunshi.platform.regulation.WipeRecord;
import io.xunshi.platform.regulation.WipeRecord.Result;
import io.xunshi.platform.regulation.WipeRecord.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Wipe records; one of an item counts, those before it are kept. */
@Repository
public class WipeRecordRepository {
    private static final String COLUMNS = """
            code, item_id, owner, method, medium, passes, tool, wiped_on, report_sha256, declared_at,
            result, verifier, verified_at, remark, certificate_sha256""";

    private final DatabaseClient database;

    WipeRecordRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<WipeRecord> find(UUID itemId) {
        return database.sql("select " + COLUMNS
                        + " from regulation.wipe_record where item_id = :item and superseded_at is null")
                .bind("item", itemId)
                .map(WipeRecordRepository::record)
                .one();
    }

    public Mono<WipeRecord> findByCode(String code) {
        return database.sql("select " + COLUMNS
                        + " from regulation.wipe_record where code = :code and superseded_at is null")
                .bind("code", code)
                .map(WipeRecordRepository::record)
                .one();
    }

    public Mono<Void> add(WipeRecord record) {
        var wipe = record.declaration();
        return database.sql("""
                        insert into regulation.wipe_record
                            (code, item_id, owner, method, medium, passes, tool, wiped_on, report_sha256, declared_at)
                        values (:code, :item, :owner, :method, :medium, :passes, :tool, :wipedOn, :report, :at)
                        """)
                .bind("code", record.code())
                .bind("item", record.itemId())
                .bind("owner", record.owner().value())
                .bind("method", wipe.method().name())
                .bind("medium", wipe.medium().name())
                .bind("passes", Parameters.in(R2dbcType.INTEGER, wipe.passes()))
                .bind("tool", wipe.tool())
                .bind("wipedOn", wipe.wipedOn())
                .bind("report", Parameters.in(R2dbcType.VARCHAR, wipe.reportSha256()))
                .bind("at", record.declaredAt())
                .then();
    }

    public Mono<Void> supersede(UUID itemId, Instant now) {
        return database.sql("""
                        update regulation.wipe_record set superseded_at = :now
                        where item_id = :item and superseded_at is null
                        """).bind("now", now).bind("item", itemId).then();
    }

    /** As verified; empty where somebody has decided already, or the seller has declared anew. */
    public Mono<WipeRecord> verify(String code, Verification verification) {
        return database.sql("""
                        update regulation.wipe_record
                        set result = :result, verifier = :verifier, verified_at = :at, remark = :remark,
                            certificate_sha256 = :certificate
                        where code = :code and superseded_at is null and result is null
                        returning\s""" + COLUMNS)
                .bind("result", verification.result().name())
                .bind("verifier", verification.verifier().value())
                .bind("at", verification.at())
                .bind("remark", verification.remark())
                .bind("certificate", verification.certificateSha256())
                .bind("code", code)
                .map(WipeRecordRepository::record)
                .one();
    }

    public Mono<Void> forget(UUID itemId) {
        return database.sql("delete from regulation.wipe_record where item_id = :item")
                .bind("item", itemId)
                .then();
    }

    private static WipeRecord record(Readable row) {
        var declaration = new WipeDeclaration(
                WipeDeclaration.Method.valueOf(required(row, "method", String.class)),
                WipeDeclaration.Medium.valueOf(required(row, "medium", String.class)),
                row.get("passes", Integer.class),
                required(row, "tool", String.class),
                required(row, "wiped_on", LocalDate.class),
                row.get("report_sha256", String.class),
                true);
        return new WipeRecord(
                required(row, "code", String.class),
                required(row, "item_id", UUID.class),
                new AccountId(required(row, "owner", UUID.class)),
                declaration,
                required(row, "declared_at", Instant.class),
                verification(row));
    }

    private static @Nullable Verification verification(Readable row) {
        var result = row.get("result", String.class);
        return result == null
                ? null
                : new Verification(
                        Result.valueOf(result),
                        new AccountId(required(row, "verifier", UUID.class)),
                        required(row, "verified_at", Instant.class),
                        required(row, "remark", String.class),
                        required(row, "certificate_sha256", String.class));
    }
}
