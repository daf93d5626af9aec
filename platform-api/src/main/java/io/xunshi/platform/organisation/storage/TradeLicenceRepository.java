package io.xunshi.platform.organisation.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.Licence;
import io.xunshi.platform.organisation.domain.LicenceState;
import io.xunshi.platform.organisation.domain.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What organisations are licensed for, as far as officers believe it. */
@Repository
public class TradeLicenceRepository {
    private static final String PAPER = """
            licence.id, organisation_id, kind, number, office, materials, areas, valid_from, valid_to, document_id,
            document_sha256, state, submitted_by, submitted_at, decided_at, refusal
            """;

    private static final int LISTED_MAX = 200;

    private final DatabaseClient database;

    TradeLicenceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** What the gate looks at: approved or in review, the earliest begun first. */
    public Flux<Licence> findCounting(OrganisationId organisation) {
        return database.sql("""
                        select id, kind, number, materials, areas, valid_from, valid_to, state, decided_at
                        from organisation.licence
                        where organisation_id = :organisation and state in ('APPROVED', 'IN_REVIEW')
                        order by valid_from, id
                        """)
                .bind("organisation", organisation.value())
                .map(TradeLicenceRepository::licence)
                .all();
    }

    /** Everything that was handed in and not taken back, the newest first. */
    public Flux<Paper> findAllOf(OrganisationId organisation) {
        return database.sql("select " + PAPER + """
                        from organisation.licence
                        where organisation_id = :organisation and state <> 'WITHDRAWN'
                        order by kind, valid_from desc, id desc limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("limit", LISTED_MAX)
                .map(TradeLicenceRepository::paper)
                .all();
    }

    public Mono<Paper> find(UUID id) {
        return database.sql("select " + PAPER + "from organisation.licence where id = :id")
                .bind("id", id)
                .map(TradeLicenceRepository::paper)
                .one();
    }

    /**
     * What waits for a decision, the longest waiting first, without that of organisations the officer has acted for.
     */
    public Flux<Paper> findInReviewFor(AccountId officer, @Nullable Cursor after, int limit) {
        var statement = database.sql("select " + PAPER + """
                        from organisation.licence
                        where state = 'IN_REVIEW' and submitted_by <> :officer
                          and (:afterAt::timestamptz is null or (submitted_at, id) > (:afterAt, :afterId))
                          and not exists (
                            select from organisation.member
                            where member.organisation_id = licence.organisation_id and person = :officer)
                        order by submitted_at, id limit :limit
                        """)
                .bind("officer", officer.value())
                .bind("limit", limit);
        return (after == null
                        ? statement.bindNull("afterAt", Instant.class).bindNull("afterId", UUID.class)
                        : statement.bind("afterAt", after.at()).bind("afterId", after.id()))
                .map(TradeLicenceRepository::paper)
                .all();
    }

    public Mono<Long> countInReview(OrganisationId organisation) {
        return database.sql("""
                        select count(*) as waiting from organisation.licence
                        where organisation_id = :organisation and state = 'IN_REVIEW'
                        """)
                .bind("organisation", organisation.value())
                .map(row -> required(row, "waiting", Long.class))
                .one();
    }

    public Mono<Void> add(Paper paper) {
        var licence = paper.licence();
        var statement = database.sql("""
                        insert into organisation.licence
                            (id, organisation_id, kind, number, office, materials, areas, valid_from, valid_to, document_id,
                             document_sha256, state, submitted_by, submitted_at)
                        values (:id, :organisation, :kind, :number, :office, :materials, :areas, :from, :to, :document,
                                :sha256, 'IN_REVIEW', :submittedBy, :submittedAt)
                        """)
                .bind("id", licence.id())
                .bind("organisation", paper.organisation().value())
                .bind("kind", licence.kind().name())
                .bind("number", licence.number())
                .bind("office", paper.office())
                .bind("materials", licence.materials().toArray(String[]::new))
                .bind("areas", licence.areas().toArray(String[]::new))
                .bind("from", licence.validFrom())
                .bind("document", paper.documentId())
                .bind("sha256", paper.documentSha256())
                .bind("submittedBy", paper.submittedBy().value())
                .bind("submittedAt", paper.submittedAt());
        var to = licence.validTo();
        return (to == null ? statement.bindNull("to", LocalDate.class) : statement.bind("to", to)).then();
    }

    /** Of two that move it the first does; empty where it is not in review any more. */
    public Mono<Paper> decide(UUID id, AccountId officer, @Nullable String refusal, Instant at) {
        var statement = database.sql("""
                        update organisation.licence
                        set state = :state, decided_by = :officer, decided_at = :at, refusal = :refusal
                        where id = :id and state = 'IN_REVIEW'
                        returning
                        """ + PAPER)
                .bind("state", (refusal == null ? LicenceState.APPROVED : LicenceState.REFUSED).name())
                .bind("officer", officer.value())
                .bind("at", at)
                .bind("id", id);
        return (refusal == null ? statement.bindNull("refusal", String.class) : statement.bind("refusal", refusal))
                .map(TradeLicenceRepository::paper)
                .one();
    }

    /** False where it is not in review. */
    public Mono<Boolean> withdraw(OrganisationId organisation, UUID id) {
        return database.sql("""
                        update organisation.licence set state = 'WITHDRAWN'
                        where id = :id and organisation_id = :organisation and state = 'IN_REVIEW'
                        """)
                .bind("id", id)
                .bind("organisation", organisation.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Licences of organisations that are not closed, of whose end the owners were not told as they should be by a day:
     * thirty, seven and one day before it, and when it is over.
     */
    public Flux<UUID> findEnding(LocalDate day, int limit) {
        return database.sql("""
                        select licence.id from organisation.licence
                        join organisation.organisation on organisation.id = organisation_id
                        where licence.state = 'APPROVED' and organisation.state <> 'CLOSED'
                          and valid_to < :day + 31
                          and (warned_days is null
                            or warned_days > case when valid_to < :day then 0 when valid_to <= :day + 1 then 1
                                                  when valid_to <= :day + 7 then 7 else 30 end)
                        order by valid_to, licence.id limit :limit
                        """)
                .bind("day", day)
                .bind("limit", limit)
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    /** Empty where the owners were told of it meanwhile. */
    public Mono<Paper> claimWarning(UUID id, int days) {
        return database.sql("""
                        update organisation.licence set warned_days = :days
                        where id = :id and (warned_days is null or warned_days > :days)
                        returning
                        """ + PAPER)
                .bind("days", days)
                .bind("id", id)
                .map(TradeLicenceRepository::paper)
                .one();
    }

    private static Paper paper(Readable row) {
        return new Paper(
                licence(row),
                new OrganisationId(required(row, "organisation_id", UUID.class)),
                required(row, "office", String.class),
                required(row, "document_id", UUID.class),
                required(row, "document_sha256", String.class),
                new AccountId(required(row, "submitted_by", UUID.class)),
                required(row, "submitted_at", Instant.class),
                row.get("refusal", String.class));
    }

    private static Licence licence(Readable row) {
        var state = LicenceState.valueOf(required(row, "state", String.class));
        return new Licence(
                required(row, "id", UUID.class),
                LicenceKind.valueOf(required(row, "kind", String.class)),
                required(row, "number", String.class),
                List.of(required(row, "materials", String[].class)),
                List.of(required(row, "areas", String[].class)),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                state,
                state == LicenceState.APPROVED ? row.get("decided_at", Instant.class) : null);
    }
}
