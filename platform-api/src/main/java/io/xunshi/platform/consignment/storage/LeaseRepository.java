package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.Lease;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What counters have in hand. */
@Repository
public class LeaseRepository {
    private static final String SELECT = """
            select lease.id, lease.item_id, item.listing_id, lease.point_id, lease.until
            from consignment.lease
            join consignment.item on item.id = lease.item_id
            """;

    private final DatabaseClient database;

    LeaseRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The caller holds the thing's lock under the lease's id. */
    public Mono<Void> add(Lease lease, AccountId by) {
        return database.sql("""
                        insert into consignment.lease (item_id, id, point_id, taken_by, until)
                        values (:item, :id, :point, :by, :until)
                        """)
                .bind("item", lease.itemId())
                .bind("id", lease.id())
                .bind("point", lease.point().value())
                .bind("by", by.value())
                .bind("until", lease.until())
                .then();
    }

    /** As prolonged; empty where there is none. */
    public Mono<Lease> prolong(UUID item, Instant until) {
        return database.sql("update consignment.lease set until = :until where item_id = :item")
                .bind("until", until)
                .bind("item", item)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(prolonged -> find(item));
    }

    public Mono<Lease> find(UUID item) {
        return database.sql(SELECT + "where lease.item_id = :item")
                .bind("item", item)
                .map(LeaseRepository::lease)
                .one();
    }

    /** The things among these that a counter has in hand. */
    public Flux<UUID> findAmong(Collection<UUID> items) {
        return database.sql("select item_id from consignment.lease where item_id = any(:items)")
                .bind("items", items.toArray(UUID[]::new))
                .map((row, metadata) -> required(row, "item_id", UUID.class))
                .all();
    }

    /** The first to be over first. */
    public Flux<Lease> findOver(Instant now, int limit) {
        return database.sql(SELECT + "where lease.until <= :now order by lease.until limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map(LeaseRepository::lease)
                .all();
    }

    /** The lock's holder; of two that end it, the other gets nothing. */
    public Mono<UUID> end(UUID item) {
        return database.sql("delete from consignment.lease where item_id = :item returning id")
                .bind("item", item)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .one();
    }

    /** The same, only where its time is up: it may have begun anew. */
    public Mono<UUID> endOver(UUID item, Instant now) {
        return database.sql("delete from consignment.lease where item_id = :item and until <= :now returning id")
                .bind("item", item)
                .bind("now", now)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .one();
    }

    private static Lease lease(Readable row) {
        return new Lease(
                required(row, "id", UUID.class),
                required(row, "item_id", UUID.class),
                required(row, "listing_id", UUID.class),
                new PointId(required(row, "point_id", UUID.class)),
                required(row, "until", Instant.class));
    }
}
