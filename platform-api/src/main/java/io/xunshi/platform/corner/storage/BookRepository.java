package io.xunshi.platform.corner.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.domain.BookCopy;
import io.xunshi.platform.corner.domain.BookTitle;
import io.xunshi.platform.corner.domain.Condition;
import io.xunshi.platform.corner.domain.CopyState;
import io.xunshi.platform.corner.domain.Counts;
import io.xunshi.platform.corner.domain.Isbn;
import io.xunshi.platform.corner.domain.Movement;
import io.xunshi.platform.corner.domain.Overdue;
import io.xunshi.platform.corner.domain.Shelved;
import io.xunshi.platform.corner.domain.Stock;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Titles that all corners know, and the copies and counts of each. */
@Repository
public class BookRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COPY =
            "select id, code, isbn, condition, state, holder, class_id, due_on from corner.copy\n";
    private static final String SHELVED = """
            select copy.id, copy.code, copy.isbn, copy.condition, copy.state, copy.holder, copy.class_id, copy.due_on,
                   title.title, title.authors
            from corner.copy
            join corner.title on title.isbn = copy.isbn
            """;

    private final DatabaseClient database;

    BookRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<BookTitle> findTitle(Isbn isbn) {
        return database.sql("select isbn, title, authors, version from corner.title where isbn = :isbn")
                .bind("isbn", isbn.digits())
                .map(BookRepository::title)
                .one();
    }

    /** False where somebody has entered it already. */
    public Mono<Boolean> addTitle(CornerId corner, BookTitle title, AccountId by, Instant now) {
        return database.sql("""
                        insert into corner.title (isbn, title, authors, entered_by, entered_in, entered_at, version)
                        values (:isbn, :title, :authors, :by, :corner, :at, 1)
                        on conflict do nothing
                        """)
                .bind("isbn", title.isbn().digits())
                .bind("title", title.title())
                .bind("authors", title.authors())
                .bind("by", by.value())
                .bind("corner", corner.value())
                .bind("at", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** As corrected; empty where it is of another version, or was entered in another corner. */
    public Mono<BookTitle> correctTitle(CornerId corner, BookTitle title) {
        return database.sql("""
                        update corner.title set title = :title, authors = :authors, version = version + 1
                        where isbn = :isbn and version = :version and entered_in = :corner
                        returning isbn, title, authors, version
                        """)
                .bind("title", title.title())
                .bind("authors", title.authors())
                .bind("isbn", title.isbn().digits())
                .bind("version", title.version())
                .bind("corner", corner.value())
                .map(BookRepository::title)
                .one();
    }

    /**
     * What a corner has, the newest titles first.
     *
     * @param words in the title, the authors or the number; empty for all
     * @param onShelf only what stands there now
     */
    public Flux<Stock> findStock(CornerId corner, String words, boolean onShelf, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("""
                        select title.isbn, title.title, title.authors, title.version, stock.on_shelf, stock.lent,
                               stock.since, stock.id
                        from corner.stock
                        join corner.title on title.isbn = stock.isbn
                        where stock.corner_id = :corner and (stock.since, stock.id) < (:at, :id)
                          and (stock.on_shelf > 0 or not :onShelf and stock.lent > 0)
                          and (:words = '' or strpos(lower(title.title || ' ' || title.authors || ' ' || title.isbn),
                                                     lower(:words)) > 0)
                        order by stock.since desc, stock.id desc
                        limit :limit
                        """)
                .bind("corner", corner.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("onShelf", onShelf)
                .bind("words", words)
                .bind("limit", limit)
                .map((row, metadata) -> new Stock(
                        title(row),
                        required(row, "on_shelf", Integer.class),
                        required(row, "lent", Integer.class),
                        new Cursor(required(row, "since", Instant.class), required(row, "id", UUID.class))))
                .all();
    }

    /** What everybody may know of a corner. */
    public Mono<Counts> count(CornerId corner) {
        return database.sql("""
                        select count(*) filter (where on_shelf > 0)::integer as titles,
                               coalesce(sum(on_shelf), 0)::integer as on_shelf, coalesce(sum(lent), 0)::integer as lent,
                               (select coalesce(sum(sign), 0)::integer from corner.movement
                                where corner_id = :corner and kind = 'TAKEN') as swapped
                        from corner.stock
                        where corner_id = :corner
                        """)
                .bind("corner", corner.value())
                .map((row, metadata) -> new Counts(
                        required(row, "titles", Integer.class),
                        required(row, "on_shelf", Integer.class),
                        required(row, "lent", Integer.class),
                        required(row, "swapped", Integer.class)))
                .one();
    }

    public Mono<Void> addCopy(CornerId corner, BookCopy copy, UUID movement) {
        return database.sql("""
                        insert into corner.copy (id, code, corner_id, isbn, condition, state, last_movement)
                        values (:id, :code, :corner, :isbn, :condition, :state, :movement)
                        """)
                .bind("id", copy.id())
                .bind("code", copy.code())
                .bind("corner", corner.value())
                .bind("isbn", copy.isbn())
                .bind("condition", copy.condition().name())
                .bind("state", copy.state().name())
                .bind("movement", movement)
                .then();
    }

    public Mono<BookCopy> findCopy(CornerId corner, String code) {
        return database.sql(COPY + "where corner_id = :corner and code = :code")
                .bind("corner", corner.value())
                .bind("code", code)
                .map(BookRepository::copy)
                .one();
    }

    /** One that stands on the shelf, and that nobody else is about to carry off; the oldest first. */
    public Mono<BookCopy> pickFromShelf(CornerId corner, Isbn isbn) {
        return database.sql(COPY + """
                        where corner_id = :corner and isbn = :isbn and state = 'ON_SHELF'
                        order by id limit 1
                        for update skip locked
                        """)
                .bind("corner", corner.value())
                .bind("isbn", isbn.digits())
                .map(BookRepository::copy)
                .one();
    }

    /** The copy of a title that somebody has; the one that is due first. */
    public Mono<BookCopy> findLentTo(UUID reader, Isbn isbn) {
        return database.sql(COPY + "where holder = :reader and isbn = :isbn order by due_on, id limit 1")
                .bind("reader", reader)
                .bind("isbn", isbn.digits())
                .map(BookRepository::copy)
                .one();
    }

    /** What somebody has, with titles; what is due first comes first. */
    public Flux<Shelved> findHeldBy(UUID reader) {
        return database.sql(SHELVED + "where copy.holder = :reader order by copy.due_on, copy.id limit 50")
                .bind("reader", reader)
                .map(BookRepository::shelved)
                .all();
    }

    /** All copies of a title in a corner that are not gone. */
    public Flux<Shelved> findCopies(CornerId corner, Isbn isbn) {
        return database.sql(SHELVED + """
                        where copy.corner_id = :corner and copy.isbn = :isbn and copy.state in ('ON_SHELF', 'LENT', 'LOST')
                        order by copy.id
                        limit 200
                        """)
                .bind("corner", corner.value())
                .bind("isbn", isbn.digits())
                .map(BookRepository::shelved)
                .all();
    }

    /** Everything that is lent and due before a day, by class. */
    public Flux<Overdue> findOverdue(CornerId corner, LocalDate today) {
        return database.sql("""
                        select copy.id, copy.code, copy.isbn, copy.condition, copy.state, copy.holder, copy.class_id, copy.due_on,
                               title.title, title.authors, card.code as card_code, class.entry_year, class.number
                        from corner.copy
                        join corner.title on title.isbn = copy.isbn
                        join corner.class on class.id = copy.class_id
                        left join corner.card on card.reader_id = copy.holder and card.replaced_at is null
                        where copy.corner_id = :corner and copy.state = 'LENT' and copy.due_on < :today
                        order by class.entry_year, class.number, copy.due_on, copy.id
                        limit 2000
                        """)
                .bind("corner", corner.value())
                .bind("today", today)
                .map((row, metadata) -> new Overdue(
                        shelved(row),
                        row.get("card_code", String.class),
                        required(row, "entry_year", Integer.class),
                        required(row, "number", Integer.class)))
                .all();
    }

    /**
     * Moves the copy, unless something has happened to it since.
     *
     * @param after the copy as it is then, but for what does not move: its number, title and label
     */
    public Mono<Boolean> move(BookCopy before, BookCopy after, UUID movement) {
        return changed(update(after, movement, "and state = :before and holder is not distinct from :holderBefore")
                .bind("before", before.state().name())
                .bind("holderBefore", Parameters.in(PostgresqlObjectId.UUID, before.holder())));
    }

    /** Moves the copy back, unless it has moved since. */
    public Mono<Boolean> moveBack(BookCopy after, Movement undone, UUID movement) {
        return changed(update(after, movement, "and last_movement = :undone").bind("undone", undone.id()));
    }

    private GenericExecuteSpec update(BookCopy after, UUID movement, String condition) {
        return database.sql("""
                        update corner.copy
                        set state = :state, condition = :condition, holder = :holder, class_id = :class, due_on = :due,
                            last_movement = :movement
                        where id = :id
                        """ + condition)
                .bind("state", after.state().name())
                .bind("condition", after.condition().name())
                .bind("holder", Parameters.in(PostgresqlObjectId.UUID, after.holder()))
                .bind("class", Parameters.in(PostgresqlObjectId.UUID, after.classId()))
                .bind("due", Parameters.in(R2dbcType.DATE, after.dueOn()))
                .bind("movement", movement)
                .bind("id", after.id());
    }

    private static Mono<Boolean> changed(GenericExecuteSpec update) {
        return update.fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private static BookTitle title(Readable row) {
        return new BookTitle(
                new Isbn(required(row, "isbn", String.class)),
                required(row, "title", String.class),
                required(row, "authors", String.class),
                required(row, "version", Long.class));
    }

    private static Shelved shelved(Readable row) {
        return new Shelved(copy(row), required(row, "title", String.class), required(row, "authors", String.class));
    }

    private static BookCopy copy(Readable row) {
        return new BookCopy(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "isbn", String.class),
                Condition.valueOf(required(row, "condition", String.class)),
                CopyState.valueOf(required(row, "state", String.class)),
                row.get("holder", UUID.class),
                row.get("class_id", UUID.class),
                row.get("due_on", LocalDate.class));
    }
}
