package io.xunshi.platform.corner.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.domain.SchoolClass;
import io.xunshi.platform.corner.domain.Term;
import io.xunshi.platform.corner.domain.Term.Half;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Classes and terms. */
@Repository
public class SchoolRepository {
    private static final String TERM = "select id, school_year, half, starts_on, ends_on, closed_at from corner.term\n";

    private final DatabaseClient database;

    SchoolRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where the corner has the class already. */
    public Mono<Boolean> addClass(CornerId corner, UUID id, int entryYear, int number) {
        return database.sql("""
                        insert into corner.class (id, corner_id, entry_year, number) values (:id, :corner, :year, :number)
                        on conflict do nothing
                        """)
                .bind("id", id)
                .bind("corner", corner.value())
                .bind("year", entryYear)
                .bind("number", number)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The youngest first. */
    public Flux<SchoolClass> findClasses(CornerId corner) {
        return database.sql("""
                        select class.id, class.entry_year, class.number, count(reader.id)::integer as readers,
                               count(reader.consent_id)::integer as consented
                        from corner.class
                        left join corner.reader on reader.class_id = class.id
                        where class.corner_id = :corner
                        group by class.id
                        order by class.entry_year desc, class.number
                        limit 500
                        """)
                .bind("corner", corner.value())
                .map((row, metadata) -> new SchoolClass(
                        required(row, "id", UUID.class),
                        required(row, "entry_year", Integer.class),
                        required(row, "number", Integer.class),
                        required(row, "readers", Integer.class),
                        required(row, "consented", Integer.class)))
                .all();
    }

    public Mono<Boolean> hasClass(CornerId corner, UUID id) {
        return database.sql("select 1 from corner.class where id = :id and corner_id = :corner")
                .bind("id", id)
                .bind("corner", corner.value())
                .fetch()
                .one()
                .hasElement();
    }

    /** False where a term is open, or this one was held already. */
    public Mono<Boolean> addTerm(CornerId corner, Term term, Instant now) {
        return database.sql("""
                        insert into corner.term (id, corner_id, school_year, half, starts_on, ends_on, opened_at)
                        values (:id, :corner, :year, :half, :from, :to, :at)
                        on conflict do nothing
                        """)
                .bind("id", term.id())
                .bind("corner", corner.value())
                .bind("year", term.schoolYear())
                .bind("half", term.half().name())
                .bind("from", term.startsOn())
                .bind("to", term.endsOn())
                .bind("at", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Newest first. */
    public Flux<Term> findTerms(CornerId corner) {
        return database.sql(TERM + "where corner_id = :corner order by school_year desc, half desc limit 100")
                .bind("corner", corner.value())
                .map(SchoolRepository::term)
                .all();
    }

    public Mono<Term> findTerm(CornerId corner, UUID id) {
        return database.sql(TERM + "where id = :id and corner_id = :corner")
                .bind("id", id)
                .bind("corner", corner.value())
                .map(SchoolRepository::term)
                .one();
    }

    /** Keeps the term open until the caller's transaction ends; empty where it is closed. */
    public Mono<Term> keepOpen(CornerId corner, UUID id) {
        return database.sql(TERM + "where id = :id and corner_id = :corner and closed_at is null for share")
                .bind("id", id)
                .bind("corner", corner.value())
                .map(SchoolRepository::term)
                .one();
    }

    /** Waits for the scans that are under way; false where it is closed already. */
    public Mono<Boolean> closeTerm(CornerId corner, UUID id, AccountId by, Instant now) {
        return database.sql("""
                        update corner.term set closed_at = :at, closed_by = :by
                        where id = :id and corner_id = :corner and closed_at is null
                        """)
                .bind("at", now)
                .bind("by", by.value())
                .bind("id", id)
                .bind("corner", corner.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Term term(Readable row) {
        return new Term(
                required(row, "id", UUID.class),
                required(row, "school_year", Integer.class),
                Half.valueOf(required(row, "half", String.class)),
                required(row, "starts_on", LocalDate.class),
                required(row, "ends_on", LocalDate.class),
                row.get("closed_at", Instant.class));
    }
}
