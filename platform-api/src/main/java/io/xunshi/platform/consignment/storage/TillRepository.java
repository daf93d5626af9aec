package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.CounterSale;
import io.xunshi.platform.consignment.domain.DrawerMovement;
import io.xunshi.platform.consignment.domain.Shift;
import io.xunshi.platform.consignment.domain.Shift.Closing;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cash drawers: shifts, what moved in them, and sales over the counter. */
@Repository
public class TillRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String SHIFT = """
            select id, point_id, opened_by, opened_at, opening_fen, expected_fen, closed_by, closed_at, counted_fen, note
            from consignment.shift
            """;
    private static final String SALE = """
            select sale.id, sale.code, sale.item_id, item.code as item_code, item.title, sale.price_fen, sale.received_fen,
                   sale.sold_at
            from consignment.counter_sale sale
            join consignment.item on item.id = sale.item_id
            """;

    private final DatabaseClient database;

    TillRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where a shift is open already. */
    public Mono<Boolean> open(Shift shift) {
        return database.sql("""
                        insert into consignment.shift (id, point_id, opened_by, opened_at, opening_fen, expected_fen)
                        values (:id, :point, :by, :at, :opening, :opening)
                        on conflict do nothing
                        """)
                .bind("id", shift.id())
                .bind("point", shift.point().value())
                .bind("by", shift.openedBy().value())
                .bind("at", shift.openedAt())
                .bind("opening", shift.opening().amount())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Shift> findOpen(PointId point) {
        return database.sql(SHIFT + "where point_id = :point and closed_at is null")
                .bind("point", point.value())
                .map(TillRepository::shift)
                .one();
    }

    /** Nothing moves in the drawer until the caller's transaction ends. */
    public Mono<Shift> findOpenForUpdate(PointId point) {
        return database.sql(SHIFT + "where point_id = :point and closed_at is null for update")
                .bind("point", point.value())
                .map(TillRepository::shift)
                .one();
    }

    /** Newest first. */
    public Flux<Shift> findShifts(PointId point, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(SHIFT + """
                        where point_id = :point and (opened_at, id) < (:at, :id)
                        order by opened_at desc, id desc
                        limit :limit
                        """)
                .bind("point", point.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(TillRepository::shift)
                .all();
    }

    /** The caller holds the shift, and has seen that there is enough in it. */
    public Mono<Void> move(UUID shift, DrawerMovement movement, AccountId by) {
        return database.sql("""
                        with moved as (
                            update consignment.shift set expected_fen = expected_fen + :fen
                            where id = :shift and closed_at is null
                            returning id)
                        insert into consignment.drawer_movement (id, shift_id, kind, fen, said, by, at)
                        select :id, moved.id, :kind, :fen, :said, :by, :at from moved
                        """)
                .bind("fen", movement.amount().amount())
                .bind("shift", shift)
                .bind("id", movement.id())
                .bind("kind", movement.kind().name())
                .bind("said", movement.text())
                .bind("by", by.value())
                .bind("at", movement.at())
                .then();
    }

    /** Oldest first. */
    public Flux<DrawerMovement> movementsOf(UUID shift) {
        return database.sql("""
                        select id, kind, fen, said, at from consignment.drawer_movement
                        where shift_id = :shift
                        order by at, id
                        limit 2000
                        """)
                .bind("shift", shift)
                .map((row, metadata) -> new DrawerMovement(
                        required(row, "id", UUID.class),
                        DrawerMovement.Kind.valueOf(required(row, "kind", String.class)),
                        Money.fen(required(row, "fen", Long.class)),
                        required(row, "said", String.class),
                        required(row, "at", Instant.class)))
                .all();
    }

    public Mono<Void> close(UUID shift, Closing closing) {
        return database.sql("""
                        update consignment.shift
                        set closed_by = :by, closed_at = :at, counted_fen = :counted, note = :note
                        where id = :shift and closed_at is null
                        """)
                .bind("by", closing.by().value())
                .bind("at", closing.at())
                .bind("counted", closing.counted().amount())
                .bind("note", closing.note())
                .bind("shift", shift)
                .then();
    }

    public Mono<Void> addSale(CounterSale sale, Shift shift, String snapshotHash, AccountId soldBy) {
        return database.sql("""
                        insert into consignment.counter_sale
                            (id, code, point_id, shift_id, item_id, price_fen, received_fen, snapshot_hash, sold_by, sold_at)
                        values (:id, :code, :point, :shift, :item, :price, :received, :hash, :by, :at)
                        """)
                .bind("id", sale.id())
                .bind("code", sale.code())
                .bind("point", shift.point().value())
                .bind("shift", shift.id())
                .bind("item", sale.itemId())
                .bind("price", sale.price().amount())
                .bind("received", sale.received().amount())
                .bind("hash", snapshotHash)
                .bind("by", soldBy.value())
                .bind("at", sale.at())
                .then();
    }

    /** Empty for another point's as for none. */
    public Mono<CounterSale> findSale(PointId point, UUID id) {
        return database.sql(SALE + "where sale.id = :id and sale.point_id = :point")
                .bind("id", id)
                .bind("point", point.value())
                .map(TillRepository::sale)
                .one();
    }

    private static Shift shift(Readable row) {
        return new Shift(
                required(row, "id", UUID.class),
                new PointId(required(row, "point_id", UUID.class)),
                new AccountId(required(row, "opened_by", UUID.class)),
                required(row, "opened_at", Instant.class),
                Money.fen(required(row, "opening_fen", Long.class)),
                Money.fen(required(row, "expected_fen", Long.class)),
                closing(row));
    }

    private static @Nullable Closing closing(Readable row) {
        var at = row.get("closed_at", Instant.class);
        return at == null
                ? null
                : new Closing(
                        new AccountId(required(row, "closed_by", UUID.class)),
                        at,
                        Money.fen(required(row, "counted_fen", Long.class)),
                        required(row, "note", String.class));
    }

    private static CounterSale sale(Readable row) {
        return new CounterSale(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "item_id", UUID.class),
                required(row, "item_code", String.class),
                required(row, "title", String.class),
                Money.fen(required(row, "price_fen", Long.class)),
                Money.fen(required(row, "received_fen", Long.class)),
                required(row, "sold_at", Instant.class));
    }
}
