package io.xunshi.platform.events.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.events.Outbox.Backlog;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The outbox in PostgreSQL. Deliveries are timed by the database's own clock, which all replicas share; the injected
 * clock belongs to the business and may be moved.
 */
@Repository
public class OutboxRepository {
    private final DatabaseClient database;

    OutboxRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Stores the event and a delivery for each handler, in one statement. */
    public Mono<Void> add(DomainEvent event, String type, String payload, Collection<String> handlers) {
        return database.sql("""
                        with event as (
                            insert into events.outbox (event_id, type, aggregate_id, payload, occurred_at)
                            values (:eventId, :type, :aggregateId, :payload, :at)
                            returning event_id)
                        insert into events.delivery (event_id, handler)
                        select event.event_id, handler
                        from event, unnest(:handlers) as handler
                        """)
                .bind("eventId", event.eventId())
                .bind("type", type)
                .bind("aggregateId", event.aggregateId())
                .bind("payload", Json.of(payload))
                .bind("at", event.at())
                .bind("handlers", handlers.toArray(String[]::new))
                .then();
    }

    /**
     * Takes due deliveries to these handlers for the length of the lease. No two callers get the same one, and none
     * waits for another's rows.
     */
    public Flux<Delivery> claim(HandlerFilter handlers, int limit, Duration lease, int maxAttempts) {
        return database.sql("""
                        update events.delivery
                        set attempts = delivery.attempts + 1,
                            next_attempt_at = now() + :lease * interval '1 millisecond'
                        from (
                            select delivery_id
                            from events.delivery
                            where next_attempt_at <= now() and attempts < :maxAttempts
                              and (handler = any(:handlers)) = :included
                            order by next_attempt_at, delivery_id
                            limit :limit
                            for update skip locked) due,
                            events.outbox
                        where delivery.delivery_id = due.delivery_id and outbox.event_id = delivery.event_id
                        returning delivery.delivery_id, delivery.event_id, delivery.handler, delivery.attempts,
                                  outbox.type, outbox.aggregate_id, outbox.payload
                        """)
                .bind("handlers", handlers.names().toArray(String[]::new))
                .bind("included", handlers.included())
                .bind("lease", lease.toMillis())
                .bind("maxAttempts", maxAttempts)
                .bind("limit", limit)
                .map((row, metadata) -> new Delivery(
                        required(row, "delivery_id", Long.class),
                        required(row, "event_id", UUID.class),
                        required(row, "handler", String.class),
                        required(row, "attempts", Integer.class),
                        required(row, "type", String.class),
                        required(row, "aggregate_id", UUID.class),
                        required(row, "payload", String.class)))
                .all();
    }

    /**
     * Lets the transaction fail on a lock that it does not get within 300 ms, which is before PostgreSQL looks for a
     * deadlock (after a second) and ends whichever of the two transactions looked first.
     */
    public Mono<Void> waitShortlyForLocks() {
        return database.sql("set local lock_timeout = '300ms'").then();
    }

    /** Removes deliveries that were made; how many of them were still there. */
    public Mono<Long> remove(Collection<Long> deliveryIds) {
        return database.sql("delete from events.delivery where delivery_id = any(:ids)")
                .bind("ids", deliveryIds.toArray(Long[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** Puts a failed delivery back, due after the delay. */
    public Mono<Void> postpone(long deliveryId, Duration delay, String error) {
        return database.sql("""
                        update events.delivery
                        set next_attempt_at = now() + :delay * interval '1 millisecond', last_error = :error
                        where delivery_id = :id
                        """)
                .bind("delay", delay.toMillis())
                .bind("error", error)
                .bind("id", deliveryId)
                .then();
    }

    /** How many deliveries wait, and how many of them have been given up until a person looks. */
    public Mono<Backlog> backlog(int maxAttempts) {
        return database.sql("""
                        select count(*) as waiting, count(*) filter (where attempts >= :maxAttempts) as dead
                        from events.delivery
                        """)
                .bind("maxAttempts", maxAttempts)
                .map((row, metadata) ->
                        new Backlog(required(row, "waiting", Long.class), required(row, "dead", Long.class)))
                .one();
    }

    /** Forgets events that were delivered and are older than the retention. */
    public Mono<Long> purge(Duration retention) {
        return database.sql("""
                        delete from events.outbox
                        where occurred_at < now() - :retention * interval '1 millisecond'
                          and not exists (
                            select from events.delivery where delivery.event_id = outbox.event_id)
                        """).bind("retention", retention.toMillis()).fetch().rowsUpdated();
    }
}
