package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.domain.ItemTimer;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What agreements let happen by itself, and whether it has. */
@Repository
public class TimerRepository {
    private static final String COLUMNS = "select item_id, number, kind, due_at, percent_off from consignment.timer\n";

    private final DatabaseClient database;

    TimerRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(ItemTimer timer) {
        return database.sql("""
                        insert into consignment.timer (item_id, number, kind, due_at, percent_off)
                        values (:item, :number, :kind, :due, :percent)
                        """)
                .bind("item", timer.itemId())
                .bind("number", timer.number())
                .bind("kind", timer.kind().name())
                .bind("due", timer.dueAt())
                .bind("percent", Parameters.in(R2dbcType.INTEGER, timer.percentOff()))
                .then();
    }

    /** The earliest first. */
    public Flux<ItemTimer> findDue(Instant now, int limit) {
        return database.sql(COLUMNS + """
                        where done_at is null and due_at <= :now
                        order by due_at, item_id, number
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(TimerRepository::timer)
                .all();
    }

    /** Those of an item, in order. */
    public Flux<ItemTimer> findOf(UUID item) {
        return database.sql(COLUMNS + "where item_id = :item order by number")
                .bind("item", item)
                .map(TimerRepository::timer)
                .all();
    }

    /** True for the one caller that is to do it. */
    public Mono<Boolean> claim(ItemTimer timer, Instant now) {
        return database.sql("""
                        update consignment.timer set done_at = :now
                        where item_id = :item and number = :number and done_at is null and due_at <= :now
                        """)
                .bind("now", now)
                .bind("item", timer.itemId())
                .bind("number", timer.number())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** It could not be done now, or is to be done again. */
    public Mono<Void> postpone(ItemTimer timer, Instant due) {
        return database.sql("""
                        update consignment.timer set due_at = :due, done_at = null
                        where item_id = :item and number = :number
                        """)
                .bind("due", due)
                .bind("item", timer.itemId())
                .bind("number", timer.number())
                .then();
    }

    private static ItemTimer timer(Readable row) {
        return new ItemTimer(
                required(row, "item_id", UUID.class),
                required(row, "number", Integer.class),
                ItemTimer.Kind.valueOf(required(row, "kind", String.class)),
                required(row, "due_at", Instant.class),
                row.get("percent_off", Integer.class));
    }
}
