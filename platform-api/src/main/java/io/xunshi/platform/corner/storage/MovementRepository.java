package io.xunshi.platform.corner.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.corner.CornerEvents.SwapFacts;
import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.domain.Condition;
import io.xunshi.platform.corner.domain.CopyState;
import io.xunshi.platform.corner.domain.Movement;
import io.xunshi.platform.corner.domain.MovementKind;
import io.xunshi.platform.corner.domain.Scan;
import io.xunshi.platform.corner.domain.Scan.Standing;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened to books, what credits it brought and cost, and what is yet to be sealed of it. */
@Repository
public class MovementRepository {
    private static final String SCAN = """
            select movement.scan_id, movement.kind, movement.isbn, title.title, title.authors, copy.code, copy.condition,
                   movement.due_on, coalesce(credit.amount, 0) as credits, undoing.id is not null as undone,
                   card.code as card_code, reader.credits as balance, reader.books_out
            from corner.movement
            join corner.copy on copy.id = movement.copy_id
            join corner.title on title.isbn = movement.isbn
            left join corner.credit on credit.movement_id = movement.id
            left join corner.movement undoing on undoing.undoes = movement.id
            left join corner.reader on reader.id = movement.reader_id
            left join corner.card on card.reader_id = reader.id and card.replaced_at is null
            where movement.corner_id = :corner and movement.scan_id = :scan
            """;

    private final DatabaseClient database;

    MovementRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Writes the movement down, and counts it: a title's first movement brings a copy. A scan's id is taken once. */
    public Mono<Void> add(CornerId corner, UUID term, Movement movement, AccountId by) {
        return database.sql("""
                        with moved as (
                            insert into corner.movement
                                (id, corner_id, term_id, scan_id, undoes, kind, sign, copy_id, isbn, from_state, to_state,
                                 shelf_delta, due_on, class_id, reader_id, by, at)
                            values (:id, :corner, :term, :scan, :undoes, :kind, :sign, :copy, :isbn, :from, :to, :shelf, :due,
                                    :class, :reader, :by, :at)
                            returning corner_id, isbn, shelf_delta)
                        insert into corner.stock as stock (corner_id, isbn, id, since, on_shelf, lent)
                        select corner_id, isbn, :id, :at, greatest(shelf_delta, 0), greatest(:lent, 0) from moved
                        on conflict (corner_id, isbn) do update
                        set on_shelf = stock.on_shelf + :shelf, lent = stock.lent + :lent
                        """)
                .bind("id", movement.id())
                .bind("corner", corner.value())
                .bind("term", term)
                .bind("scan", Parameters.in(PostgresqlObjectId.UUID, movement.scanId()))
                .bind("undoes", Parameters.in(PostgresqlObjectId.UUID, movement.undoes()))
                .bind("kind", movement.kind().name())
                .bind("sign", movement.sign())
                .bind("copy", movement.copy())
                .bind("isbn", movement.isbn())
                .bind("from", Parameters.in(R2dbcType.VARCHAR, name(movement.from())))
                .bind("to", movement.to().name())
                .bind("shelf", movement.shelfDelta())
                .bind("due", Parameters.in(R2dbcType.DATE, movement.dueOn()))
                .bind("class", Parameters.in(PostgresqlObjectId.UUID, movement.classId()))
                .bind("reader", Parameters.in(PostgresqlObjectId.UUID, movement.reader()))
                .bind("by", by.value())
                .bind("at", movement.at())
                .bind("lent", movement.lentDelta())
                .then();
    }

    /** As the till is told of it, with how the reader stands now; empty where there was no such scan. */
    public Mono<Scan> findScan(CornerId corner, UUID scan) {
        return database.sql(SCAN)
                .bind("corner", corner.value())
                .bind("scan", scan)
                .map(MovementRepository::scan)
                .one();
    }

    public Mono<Movement> findByScan(CornerId corner, UUID scan) {
        return database.sql("""
                        select id, scan_id, undoes, kind, copy_id, isbn, from_state, to_state, due_on, class_id, reader_id, at
                        from corner.movement
                        where corner_id = :corner and scan_id = :scan
                        """)
                .bind("corner", corner.value())
                .bind("scan", scan)
                .map(MovementRepository::movement)
                .one();
    }

    public Mono<Void> addCredit(CornerId corner, UUID term, UUID id, Movement movement, int amount, int ruleVersion) {
        return database.sql("""
                        insert into corner.credit
                            (id, corner_id, term_id, reader_id, movement_id, kind, amount, rule_version, at)
                        values (:id, :corner, :term, :reader, :movement, :kind, :amount, :rule, :at)
                        """)
                .bind("id", id)
                .bind("corner", corner.value())
                .bind("term", term)
                .bind("reader", Parameters.in(PostgresqlObjectId.UUID, movement.reader()))
                .bind("movement", movement.id())
                .bind("kind", movement.kind() == MovementKind.GIVEN ? "EARNED" : "SPENT")
                .bind("amount", amount)
                .bind("rule", ruleVersion)
                .bind("at", movement.at())
                .then();
    }

    /** Empty where the movement brought and cost nothing. */
    public Mono<Integer> creditOf(UUID movement) {
        return database.sql("select amount from corner.credit where movement_id = :movement")
                .bind("movement", movement)
                .map((row, metadata) -> required(row, "amount", Integer.class))
                .one();
    }

    /** The credits of a reader who is about to be forgotten are nobody's. */
    public Mono<Void> forfeit(CornerId corner, UUID reader, int amount, int ruleVersion, Instant now) {
        return database.sql("""
                        insert into corner.credit (id, corner_id, reader_id, kind, amount, rule_version, at)
                        values (uuidv7(), :corner, :reader, 'FORFEITED', :amount, :rule, :at)
                        """)
                .bind("corner", corner.value())
                .bind("reader", reader)
                .bind("amount", -amount)
                .bind("rule", ruleVersion)
                .bind("at", now)
                .then();
    }

    /** Lets expire what readers have beyond what they may carry into the next term; how many readers that were. */
    public Mono<Long> expire(CornerId corner, UUID term, int carryMax, int ruleVersion, Instant now) {
        return database.sql("""
                        with rich as (
                            select id, credits - :carry as excess from corner.reader
                            where corner_id = :corner and credits > :carry
                            order by id
                            for update),
                        expired as (
                            insert into corner.credit (id, corner_id, term_id, reader_id, kind, amount, rule_version, at)
                            select uuidv7(), :corner, :term, id, 'EXPIRED', -excess, :rule, :at from rich)
                        update corner.reader set credits = credits - rich.excess from rich where reader.id = rich.id
                        """)
                .bind("carry", carryMax)
                .bind("corner", corner.value())
                .bind("term", term)
                .bind("rule", ruleVersion)
                .bind("at", now)
                .fetch()
                .rowsUpdated();
    }

    /** @param code what the record in the log is called */
    public Mono<Void> addDeparture(UUID movement, String code, Instant due) {
        return database.sql("insert into corner.departure (movement_id, code, due_at) values (:movement, :code, :due)")
                .bind("movement", movement)
                .bind("code", code)
                .bind("due", due)
                .then();
    }

    /** False where it is sealed already. */
    public Mono<Boolean> callOffDeparture(UUID movement) {
        return database.sql("delete from corner.departure where movement_id = :movement and told_at is null")
                .bind("movement", movement)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Claims what is due, for the caller's transaction; what another replica has claimed is left to it. */
    public Flux<Departure> claimDue(Instant now, int limit) {
        return database.sql("""
                        with due as (
                            select movement_id from corner.departure
                            where told_at is null and due_at <= :now
                            order by due_at
                            limit :limit
                            for update skip locked),
                        told as (
                            update corner.departure set told_at = :now from due
                            where departure.movement_id = due.movement_id
                            returning departure.movement_id)
                        select movement.id, movement.at, movement.isbn, copy.condition, corner.id as corner_id,
                               corner.code as corner_code, corner.district_code
                        from told
                        join corner.movement on movement.id = told.movement_id
                        join corner.copy on copy.id = movement.copy_id
                        join corner.corner on corner.id = movement.corner_id
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> new Departure(
                        required(row, "id", UUID.class),
                        required(row, "at", Instant.class),
                        required(row, "isbn", String.class),
                        required(row, "condition", String.class),
                        new CornerId(required(row, "corner_id", UUID.class)),
                        required(row, "corner_code", String.class),
                        required(row, "district_code", String.class)))
                .all();
    }

    private static Movement movement(Readable row) {
        return new Movement(
                required(row, "id", UUID.class),
                row.get("scan_id", UUID.class),
                row.get("undoes", UUID.class),
                MovementKind.valueOf(required(row, "kind", String.class)),
                required(row, "copy_id", UUID.class),
                required(row, "isbn", String.class),
                state(row.get("from_state", String.class)),
                CopyState.valueOf(required(row, "to_state", String.class)),
                row.get("due_on", LocalDate.class),
                row.get("class_id", UUID.class),
                row.get("reader_id", UUID.class),
                required(row, "at", Instant.class));
    }

    private static Scan scan(Readable row) {
        return new Scan(
                required(row, "scan_id", UUID.class),
                MovementKind.valueOf(required(row, "kind", String.class)),
                required(row, "isbn", String.class),
                required(row, "title", String.class),
                required(row, "authors", String.class),
                required(row, "code", String.class),
                Condition.valueOf(required(row, "condition", String.class)),
                row.get("due_on", LocalDate.class),
                required(row, "credits", Integer.class),
                required(row, "undone", Boolean.class),
                standing(row));
    }

    private static @Nullable Standing standing(Readable row) {
        var card = row.get("card_code", String.class);
        return card == null
                ? null
                : new Standing(
                        card, required(row, "balance", Integer.class), required(row, "books_out", Integer.class));
    }

    private static @Nullable CopyState state(@Nullable String name) {
        return name == null ? null : CopyState.valueOf(name);
    }

    private static @Nullable String name(@Nullable CopyState state) {
        return state == null ? null : state.name();
    }

    /** A book that left for good; {@link SwapFacts} is what is told of it. */
    public record Departure(
            UUID movement,
            Instant at,
            String isbn,
            String condition,
            CornerId corner,
            String cornerCode,
            String districtCode) {}
}
