package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.Stocktake;
import io.xunshi.platform.consignment.domain.Stocktake.Closing;
import io.xunshi.platform.consignment.domain.Stocktake.Counts;
import io.xunshi.platform.consignment.domain.Stocktake.Difference;
import io.xunshi.platform.consignment.domain.Stocktake.Explanation;
import io.xunshi.platform.consignment.domain.Stocktake.Line;
import io.xunshi.platform.consignment.domain.Stocktake.Reason;
import io.xunshi.platform.consignment.domain.Stocktake.Scan;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Countings of shelves: their scans, explanations and reports. */
@Repository
public class StocktakeRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String SELECT = """
            select id, code, point_id, shelf, opened_by, opened_at, closed_by, closed_at, expected
            from consignment.stocktake
            """;

    /** What stood here when the counting began and, by the books, still does; what came later need not be scanned. */
    private static final String EXPECTED = """
            from consignment.stocktake
            join consignment.item on item.point_id = stocktake.point_id
                and item.state in ('ON_SALE', 'EXPIRED')
                and item.taken_in_at <= stocktake.opened_at
                and (stocktake.shelf is null or item.shelf = stocktake.shelf)
            """;

    private final DatabaseClient database;

    StocktakeRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where the point is being counted already. */
    public Mono<Boolean> open(Stocktake stocktake) {
        return database.sql("""
                        insert into consignment.stocktake (id, code, point_id, shelf, opened_by, opened_at)
                        values (:id, :code, :point, :shelf, :by, :at)
                        on conflict do nothing
                        """)
                .bind("id", stocktake.id())
                .bind("code", stocktake.code())
                .bind("point", stocktake.point().value())
                .bind("shelf", Parameters.in(R2dbcType.VARCHAR, stocktake.shelf()))
                .bind("by", stocktake.openedBy().value())
                .bind("at", stocktake.openedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Empty for another point's as for none. */
    public Mono<Stocktake> find(PointId point, UUID id) {
        return database.sql(SELECT + "where id = :id and point_id = :point")
                .bind("id", id)
                .bind("point", point.value())
                .map(StocktakeRepository::stocktake)
                .one();
    }

    /** It is neither closed nor scanned for until the caller's transaction ends. */
    public Mono<Stocktake> findForUpdate(PointId point, UUID id) {
        return database.sql(SELECT + "where id = :id and point_id = :point for update")
                .bind("id", id)
                .bind("point", point.value())
                .map(StocktakeRepository::stocktake)
                .one();
    }

    /** It is not closed until the caller's transaction ends; colleagues may scan at the same time. */
    public Mono<Stocktake> findForShare(PointId point, UUID id) {
        return database.sql(SELECT + "where id = :id and point_id = :point for share")
                .bind("id", id)
                .bind("point", point.value())
                .map(StocktakeRepository::stocktake)
                .one();
    }

    /** Newest first. */
    public Flux<Stocktake> findOfPoint(PointId point, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(SELECT + """
                        where point_id = :point and (opened_at, id) < (:at, :id)
                        order by opened_at desc, id desc
                        limit :limit
                        """)
                .bind("point", point.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(StocktakeRepository::stocktake)
                .all();
    }

    /** The last scan of a label counts; an earlier one that comes late changes nothing. */
    public Mono<Void> record(UUID stocktake, Scan scan) {
        return database.sql("""
                        insert into consignment.stocktake_scan
                            (stocktake_id, code, item_id, shelf, finding, scanned_by, scanned_at)
                        values (:stocktake, :code, :item, :shelf, :finding, :by, :at)
                        on conflict (stocktake_id, code) do update
                        set item_id = excluded.item_id, shelf = excluded.shelf, finding = excluded.finding,
                            scanned_by = excluded.scanned_by, scanned_at = excluded.scanned_at
                        where stocktake_scan.scanned_at < excluded.scanned_at
                        """)
                .bind("stocktake", stocktake)
                .bind("code", scan.code())
                .bind("item", Parameters.in(PostgresqlObjectId.UUID, scan.itemId()))
                .bind("shelf", Parameters.in(R2dbcType.VARCHAR, scan.shelf()))
                .bind("finding", scan.finding().name())
                .bind("by", scan.by().value())
                .bind("at", scan.at())
                .then();
    }

    public Mono<Counts> countsOf(UUID stocktake) {
        return database.sql("""
                        select (select count(*)""" + " " + EXPECTED + """
                                where stocktake.id = :id) as expected,
                               (select count(*) from consignment.stocktake_scan where stocktake_id = :id) as scanned
                        """)
                .bind("id", stocktake)
                .map(row -> new Counts(
                        required(row, "expected", Long.class).intValue(),
                        required(row, "scanned", Long.class).intValue()))
                .one();
    }

    /** How an open stocktake differs from the books, by label. */
    public Flux<Line> differencesOf(UUID stocktake) {
        return database.sql("""
                        with difference as (
                            select item.code, item.id as item_id, item.title, 'MISSING' as kind, item.shelf as books_shelf,
                                   null::text as found_shelf
                        """ + EXPECTED + """
                            where stocktake.id = :id
                              and not exists (
                                  select 1 from consignment.stocktake_scan scan
                                  where scan.stocktake_id = stocktake.id and scan.item_id = item.id)
                            union all
                            select scan.code, scan.item_id, item.title, scan.finding, item.shelf, scan.shelf
                            from consignment.stocktake_scan scan
                            left join consignment.item on item.id = scan.item_id
                            where scan.stocktake_id = :id and scan.finding <> 'FOUND')
                        select difference.code, item_id, title, kind, books_shelf, found_shelf, reason, note, explained_by,
                               null::bigint as compensation_fen
                        from difference
                        left join consignment.stocktake_explanation explanation
                            on explanation.stocktake_id = :id and explanation.code = difference.code
                        order by kind, difference.code
                        """)
                .bind("id", stocktake)
                .map(StocktakeRepository::line)
                .all();
    }

    /** The report of a closed one, by label. */
    public Flux<Line> linesOf(UUID stocktake) {
        return database.sql("""
                        select code, null::uuid as item_id, title, kind, books_shelf, found_shelf, reason, note, explained_by,
                               compensation_fen
                        from consignment.stocktake_line
                        where stocktake_id = :id
                        order by kind, code
                        """)
                .bind("id", stocktake)
                .map(StocktakeRepository::line)
                .all();
    }

    public Mono<Void> explain(UUID stocktake, String code, Explanation explanation, Instant now) {
        return database.sql("""
                        insert into consignment.stocktake_explanation
                            (stocktake_id, code, reason, note, explained_by, explained_at)
                        values (:stocktake, :code, :reason, :note, :by, :at)
                        on conflict (stocktake_id, code) do update
                        set reason = excluded.reason, note = excluded.note, explained_by = excluded.explained_by,
                            explained_at = excluded.explained_at
                        """)
                .bind("stocktake", stocktake)
                .bind("code", code)
                .bind("reason", explanation.reason().name())
                .bind("note", explanation.note())
                .bind("by", explanation.by().value())
                .bind("at", now)
                .then();
    }

    /** One line of the report; it is explained. */
    public Mono<Void> addLine(UUID stocktake, Line line) {
        var explanation = Objects.requireNonNull(line.explanation(), line.code());
        var compensation = line.compensation();
        return database.sql("""
                        insert into consignment.stocktake_line
                            (stocktake_id, code, title, kind, books_shelf, found_shelf, reason, note, explained_by,
                             compensation_fen)
                        values (:stocktake, :code, :title, :kind, :books, :found, :reason, :note, :by, :compensation)
                        """)
                .bind("stocktake", stocktake)
                .bind("code", line.code())
                .bind("title", Parameters.in(R2dbcType.VARCHAR, line.title()))
                .bind("kind", line.kind().name())
                .bind("books", Parameters.in(R2dbcType.VARCHAR, line.booksShelf()))
                .bind("found", Parameters.in(R2dbcType.VARCHAR, line.foundShelf()))
                .bind("reason", explanation.reason().name())
                .bind("note", explanation.note())
                .bind("by", explanation.by().value())
                .bind(
                        "compensation",
                        Parameters.in(R2dbcType.BIGINT, compensation == null ? null : compensation.amount()))
                .then();
    }

    public Mono<Void> close(UUID stocktake, Closing closing) {
        return database.sql("""
                        update consignment.stocktake set closed_by = :by, closed_at = :at, expected = :expected
                        where id = :id
                        """)
                .bind("by", closing.by().value())
                .bind("at", closing.at())
                .bind("expected", closing.expected())
                .bind("id", stocktake)
                .then();
    }

    private static Stocktake stocktake(Readable row) {
        var closedAt = row.get("closed_at", Instant.class);
        return new Stocktake(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                new PointId(required(row, "point_id", UUID.class)),
                row.get("shelf", String.class),
                new AccountId(required(row, "opened_by", UUID.class)),
                required(row, "opened_at", Instant.class),
                closedAt == null
                        ? null
                        : new Closing(
                                new AccountId(required(row, "closed_by", UUID.class)),
                                closedAt,
                                required(row, "expected", Integer.class)));
    }

    private static Line line(Readable row) {
        var reason = row.get("reason", String.class);
        var compensation = row.get("compensation_fen", Long.class);
        return new Line(
                required(row, "code", String.class),
                row.get("item_id", UUID.class),
                row.get("title", String.class),
                Difference.valueOf(required(row, "kind", String.class)),
                row.get("books_shelf", String.class),
                row.get("found_shelf", String.class),
                reason == null
                        ? null
                        : new Explanation(
                                Reason.valueOf(reason),
                                required(row, "note", String.class),
                                new AccountId(required(row, "explained_by", UUID.class))),
                compensation == null ? null : Money.fen(compensation));
    }
}
