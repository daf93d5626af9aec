package io.xunshi.platform.corner.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.domain.TermReport.ClassFigures;
import io.xunshi.platform.corner.domain.TermReport.Figures;
import io.xunshi.platform.corner.domain.Wanted;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sums over a term's movements. Nothing here returns a reader. */
@Repository
public class TermReportRepository {
    private static final String FIGURES = """
            count(distinct movement.reader_id)::integer as readers,
            coalesce(sum(sign) filter (where kind = 'GIVEN'), 0)::integer as given,
            coalesce(sum(sign) filter (where kind = 'TAKEN'), 0)::integer as taken,
            coalesce(sum(sign) filter (where kind = 'LENT'), 0)::integer as lent,
            coalesce(sum(sign) filter (where kind = 'RETURNED'), 0)::integer as returned,
            coalesce(sum(sign) filter (where kind = 'LOST'), 0)::integer as lost
            """;

    private final DatabaseClient database;

    TermReportRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those that have figures. */
    public Flux<ClassFigures> ofClasses(CornerId corner, UUID term, LocalDate today) {
        return database.sql("""
                        with moved as (
                            select class_id,
                        """ + FIGURES + """
                            from corner.movement
                            where term_id = :term and class_id is not null
                            group by class_id),
                        late as (
                            select class_id, count(*)::integer as overdue from corner.copy
                            where corner_id = :corner and state = 'LENT' and due_on < :today
                            group by class_id)
                        select class.id, class.entry_year, class.number, coalesce(moved.readers, 0) as readers,
                               coalesce(moved.given, 0) as given, coalesce(moved.taken, 0) as taken,
                               coalesce(moved.lent, 0) as lent, coalesce(moved.returned, 0) as returned,
                               coalesce(moved.lost, 0) as lost, coalesce(late.overdue, 0) as overdue
                        from corner.class
                        left join moved on moved.class_id = class.id
                        left join late on late.class_id = class.id
                        where class.corner_id = :corner and (moved.class_id is not null or late.class_id is not null)
                        """)
                .bind("term", term)
                .bind("corner", corner.value())
                .bind("today", today)
                .map((row, metadata) -> new ClassFigures(
                        required(row, "id", UUID.class),
                        required(row, "entry_year", Integer.class),
                        required(row, "number", Integer.class),
                        figures(row, required(row, "overdue", Integer.class))))
                .all();
    }

    /** What no class did. */
    public Mono<Figures> ofSchool(UUID term) {
        return database.sql("select " + FIGURES + "from corner.movement where term_id = :term and class_id is null")
                .bind("term", term)
                .map((row, metadata) -> figures(row, 0))
                .one();
    }

    /** What was taken and borrowed most; of one class, or of all. */
    public Flux<Wanted> mostWanted(UUID term, @Nullable UUID classId, int limit) {
        var wanted = database.sql("""
                        select title.isbn, title.title, title.authors, sum(movement.sign)::integer as times
                        from corner.movement
                        join corner.title on title.isbn = movement.isbn
                        where movement.term_id = :term and movement.kind in ('TAKEN', 'LENT')
                        """ + (classId == null ? "" : "and movement.class_id = :class\n") + """
                        group by title.isbn
                        having sum(movement.sign) > 0
                        order by times desc, title.title, title.isbn
                        limit :limit
                        """)
                .bind("term", term)
                .bind("limit", limit);
        return (classId == null ? wanted : wanted.bind("class", classId))
                .map((row, metadata) -> new Wanted(
                        required(row, "isbn", String.class),
                        required(row, "title", String.class),
                        required(row, "authors", String.class),
                        required(row, "times", Integer.class)))
                .all();
    }

    private static Figures figures(Readable row, int overdue) {
        return new Figures(
                required(row, "readers", Integer.class),
                required(row, "given", Integer.class),
                required(row, "taken", Integer.class),
                required(row, "lent", Integer.class),
                required(row, "returned", Integer.class),
                required(row, "lost", Integer.class),
                overdue);
    }
}
