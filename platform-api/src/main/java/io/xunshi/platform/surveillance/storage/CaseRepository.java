package io.xunshi.platform.surveillance.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.surveillance.domain.CaseFilter;
import io.xunshi.platform.surveillance.domain.CaseState;
import io.xunshi.platform.surveillance.domain.ClosingReason;
import io.xunshi.platform.surveillance.domain.Finding;
import io.xunshi.platform.surveillance.domain.SurveillanceCase;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseNote;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseStep;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Alerts and what officers do with them. What was found is never changed. */
@Repository
public class CaseRepository {
    private static final long JUDGE_LOCK = 0x7375727665696cL;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final int NOTES_MAX = 200;

    private static final String SELECT = """
            select id, rule_version, finding, evidence_hash, state, reason, assignee, closing_by, raised_at
            from surveillance.case_file
            """;

    private static final String SELECT_WITHOUT_EVIDENCE = """
            select id, rule_version, jsonb_set(finding, '{evidence}', '[]') as finding, evidence_hash, state, reason, assignee,
                   closing_by, raised_at
            from surveillance.case_file
            """;

    private final DatabaseClient database;

    CaseRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the caller judges, and until its transaction ends nobody else does. */
    public Mono<Boolean> becomeJudge() {
        return database.sql("select pg_try_advisory_xact_lock(:lock) as alone")
                .bind("lock", JUDGE_LOCK)
                .map(row -> required(row, "alone", Boolean.class))
                .one();
    }

    /** Whether it is time to judge again whose sides hang together: when nobody has done so since the instant. */
    public Mono<Boolean> claimSides(Instant unlessSince, Instant now) {
        return database.sql("update surveillance.side_search set at = :now where at < :since")
                .bind("now", now)
                .bind("since", unlessSince)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Which of them were raised before, by the same rule. */
    public Flux<String> keysRaised(String ruleVersion, Collection<String> keys) {
        return database.sql("""
                        select finding_key from surveillance.case_file
                        where rule_version = :rule and finding_key = any(:keys)
                        """)
                .bind("rule", ruleVersion)
                .bind("keys", keys.toArray(String[]::new))
                .map(row -> required(row, "finding_key", String.class))
                .all();
    }

    /** False where the same was raised before. */
    public Mono<Boolean> raise(SurveillanceCase alert) {
        var finding = alert.finding();
        return database.sql("""
                        insert into surveillance.case_file
                            (id, detector, rule_version, finding_key, severity, finding, evidence_hash, state, raised_at)
                        values (:id, :detector, :rule, :key, :severity, :finding::jsonb, :hash, :state, :at)
                        on conflict (rule_version, finding_key) do nothing
                        """)
                .bind("id", alert.id())
                .bind("detector", finding.detector().name())
                .bind("rule", alert.ruleVersion())
                .bind("key", finding.key())
                .bind("severity", finding.severity().name())
                .bind("finding", JSON.writeValueAsString(finding))
                .bind("hash", alert.evidenceHash())
                .bind("state", alert.state().name())
                .bind("at", alert.raisedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<SurveillanceCase> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(CaseRepository::alert)
                .one();
    }

    /** Nobody else changes it before the transaction ends. */
    public Mono<SurveillanceCase> lock(UUID id) {
        return database.sql(SELECT + "where id = :id for update")
                .bind("id", id)
                .map(CaseRepository::alert)
                .one();
    }

    /** Newest first, with what was found but without its evidence, of which there may be much. */
    public Flux<SurveillanceCase> find(CaseFilter filter, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(SELECT_WITHOUT_EVIDENCE + """
                        where (raised_at, id) < (:at, :id)
                          and (:state::text is null or state = :state)
                          and (:detector::text is null or detector = :detector)
                          and (:severity::text is null or severity = :severity)
                        order by raised_at desc, id desc
                        limit :limit
                        """)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("state", name(filter.state()))
                .bind("detector", name(filter.detector()))
                .bind("severity", name(filter.severity()))
                .bind("limit", limit)
                .map(CaseRepository::alert)
                .all();
    }

    /** @param closedBy null unless it is closed by this */
    public Mono<Void> save(SurveillanceCase moved, @Nullable AccountId closedBy) {
        return database.sql("""
                        update surveillance.case_file
                        set state = :state, reason = :reason, assignee = :assignee, closing_by = :closingBy, closed_by = :closedBy
                        where id = :id
                        """)
                .bind("state", moved.state().name())
                .bind("reason", name(moved.reason()))
                .bind("assignee", account(moved.assignee()))
                .bind("closingBy", account(moved.closingBy()))
                .bind("closedBy", account(closedBy))
                .bind("id", moved.id())
                .then();
    }

    /** The caller has locked the case, or has just raised it. */
    public Mono<Void> addStep(UUID id, CaseStep step) {
        return database.sql("""
                        insert into surveillance.case_step (case_id, number, state, at, officer, reason, words)
                        select :case, count(*) + 1, :state, :at, :officer, :reason, :words
                        from surveillance.case_step where case_id = :case
                        """)
                .bind("case", id)
                .bind("state", step.state().name())
                .bind("at", step.at())
                .bind("officer", account(step.officer()))
                .bind("reason", name(step.reason()))
                .bind("words", step.words())
                .then();
    }

    /** Oldest first. */
    public Flux<CaseStep> stepsOf(UUID id) {
        return database.sql("""
                        select state, at, officer, reason, words
                        from surveillance.case_step where case_id = :case order by number
                        """).bind("case", id).map(CaseRepository::step).all();
    }

    public Mono<Void> addNote(UUID id, CaseNote note) {
        return database.sql("""
                        insert into surveillance.case_note (id, case_id, at, officer, words, document_sha256)
                        values (:id, :case, :at, :officer, :words, :document)
                        """)
                .bind("id", note.id())
                .bind("case", id)
                .bind("at", note.at())
                .bind("officer", note.officer().value())
                .bind("words", note.words())
                .bind("document", Parameters.in(R2dbcType.VARCHAR, note.documentSha256()))
                .then();
    }

    /** Oldest first. */
    public Flux<CaseNote> notesOf(UUID id) {
        return database.sql("""
                        select id, at, officer, words, document_sha256
                        from surveillance.case_note where case_id = :case order by at, id limit :limit
                        """)
                .bind("case", id)
                .bind("limit", NOTES_MAX)
                .map(row -> new CaseNote(
                        required(row, "id", UUID.class),
                        required(row, "at", Instant.class),
                        new AccountId(required(row, "officer", UUID.class)),
                        required(row, "words", String.class),
                        row.get("document_sha256", String.class)))
                .all();
    }

    private static SurveillanceCase alert(Readable row) {
        return new SurveillanceCase(
                required(row, "id", UUID.class),
                required(row, "rule_version", String.class),
                JSON.readValue(required(row, "finding", String.class), Finding.class),
                required(row, "evidence_hash", String.class),
                CaseState.valueOf(required(row, "state", String.class)),
                reason(row),
                officer(row, "assignee"),
                officer(row, "closing_by"),
                required(row, "raised_at", Instant.class));
    }

    private static CaseStep step(Readable row) {
        return new CaseStep(
                CaseState.valueOf(required(row, "state", String.class)),
                required(row, "at", Instant.class),
                officer(row, "officer"),
                reason(row),
                required(row, "words", String.class));
    }

    private static @Nullable ClosingReason reason(Readable row) {
        var reason = row.get("reason", String.class);
        return reason == null ? null : ClosingReason.valueOf(reason);
    }

    private static @Nullable AccountId officer(Readable row, String column) {
        var id = row.get(column, UUID.class);
        return id == null ? null : new AccountId(id);
    }

    private static Parameter account(@Nullable AccountId id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id.value());
    }

    private static Parameter name(@Nullable Enum<?> constant) {
        return Parameters.in(R2dbcType.VARCHAR, constant == null ? null : constant.name());
    }
}
