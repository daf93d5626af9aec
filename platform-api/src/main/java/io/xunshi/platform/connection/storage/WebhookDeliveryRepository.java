package io.xunshi.platform.connection.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.connection.domain.Attempt;
import io.xunshi.platform.connection.domain.Delivery;
import io.xunshi.platform.connection.domain.Delivery.Message;
import io.xunshi.platform.connection.domain.DeliveryState;
import io.xunshi.platform.kernel.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deliveries and their attempts. */
@Repository
public class WebhookDeliveryRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            select delivery.id, endpoint, message, type, happened_at, body, delivery.state, attempts, next_at, delivery.made_at,
                   (select status from connection.webhook_attempt where delivery = delivery.id order by at desc limit 1) as status
            from connection.webhook_delivery as delivery
            join connection.webhook_message on webhook_message.id = message
            """;

    private final DatabaseClient database;

    WebhookDeliveryRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Begins attempts of what is due at active endpoints: each is counted, and nobody else begins it before the lease
     * is over.
     *
     * @param ofOne at most so many of one endpoint
     * @param busy endpoints of which none is begun
     */
    public Flux<Delivery> begin(Instant now, Instant leaseEnd, int limit, int ofOne, Collection<UUID> busy) {
        return database.sql("""
                        with due as (
                            select id from (
                                select delivery.id, next_at,
                                       row_number() over (partition by endpoint order by next_at, delivery.id) as place
                                from connection.webhook_delivery as delivery
                                join connection.webhook_endpoint on webhook_endpoint.id = endpoint
                                where delivery.state = 'WAITING' and next_at <= :now
                                  and webhook_endpoint.state = 'ACTIVE' and removed_at is null
                                  and endpoint <> all(:busy)) as waiting
                            where place <= :ofOne
                            order by next_at limit :limit),
                        locked as (
                            select id from connection.webhook_delivery
                            where id in (select id from due) and state = 'WAITING' and next_at <= :now
                            for update skip locked),
                        begun as (
                            update connection.webhook_delivery as delivery set attempts = attempts + 1, next_at = :leaseEnd
                            from locked where delivery.id = locked.id
                            returning delivery.id, endpoint, message, delivery.state, attempts, next_at, delivery.made_at)
                        select begun.id, endpoint, message, type, happened_at, body, state, attempts, next_at, begun.made_at,
                               null::integer as status
                        from begun join connection.webhook_message on webhook_message.id = message
                        order by happened_at
                        """)
                .bind("now", now)
                .bind("leaseEnd", leaseEnd)
                .bind("limit", limit)
                .bind("ofOne", ofOne)
                .bind("busy", busy.toArray(UUID[]::new))
                .map(WebhookDeliveryRepository::delivery)
                .all();
    }

    /** The newest first. */
    public Flux<Delivery> findOf(UUID endpoint, @Nullable DeliveryState state, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(COLUMNS + """
                        where endpoint = :endpoint and (delivery.made_at, delivery.id) < (:at, :id)
                          and (:state::text is null or delivery.state = :state::text)
                        order by delivery.made_at desc, delivery.id desc limit :limit
                        """)
                .bind("endpoint", endpoint)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("state", Parameters.in(R2dbcType.VARCHAR, state == null ? null : state.name()))
                .bind("limit", limit)
                .map(WebhookDeliveryRepository::delivery)
                .all();
    }

    /** Empty for another endpoint's. */
    public Mono<Delivery> find(UUID id, UUID endpoint) {
        return database.sql(COLUMNS + "where delivery.id = :id and endpoint = :endpoint")
                .bind("id", id)
                .bind("endpoint", endpoint)
                .map(WebhookDeliveryRepository::delivery)
                .one();
    }

    /** The oldest first. */
    public Flux<Attempt> findAttempts(UUID delivery) {
        return database.sql("""
                        select id, at, duration_ms, status, failure, answer
                        from connection.webhook_attempt where delivery = :delivery order by at, id
                        """)
                .bind("delivery", delivery)
                .map(row -> new Attempt(
                        required(row, "id", UUID.class),
                        required(row, "at", Instant.class),
                        required(row, "duration_ms", Long.class),
                        row.get("status", Integer.class),
                        row.get("failure", String.class),
                        required(row, "answer", String.class)))
                .all();
    }

    public Mono<Void> addAttempt(UUID delivery, Attempt attempt) {
        return database.sql("""
                        insert into connection.webhook_attempt (id, delivery, at, duration_ms, status, failure, answer)
                        select :id, id, :at, :duration, :status, :failure, :answer
                        from connection.webhook_delivery where id = :delivery
                        """)
                .bind("id", attempt.id())
                .bind("delivery", delivery)
                .bind("at", attempt.at())
                .bind("duration", attempt.durationMillis())
                .bind("status", Parameters.in(R2dbcType.INTEGER, attempt.status()))
                .bind("failure", Parameters.in(R2dbcType.VARCHAR, attempt.failure()))
                .bind("answer", attempt.answer())
                .then();
    }

    public Mono<Void> move(UUID id, DeliveryState state, Instant nextAt) {
        return database.sql("update connection.webhook_delivery set state = :state, next_at = :next where id = :id")
                .bind("state", state.name())
                .bind("next", nextAt)
                .bind("id", id)
                .then();
    }

    /** Has it delivered once more, with all attempts before it. */
    public Mono<Void> repeat(UUID id, Instant now) {
        return database.sql("""
                        update connection.webhook_delivery set state = 'WAITING', attempts = 0, next_at = :now where id = :id
                        """).bind("now", now).bind("id", id).then();
    }

    /**
     * Has everything delivered once more that happened since and that the endpoint has chosen, also what was never sent
     * to it; completes with how many.
     */
    public Mono<Long> repeatSince(UUID endpoint, Instant since, Instant now) {
        return database.sql("""
                        insert into connection.webhook_delivery (id, endpoint, message, state, next_at, made_at)
                        select gen_random_uuid(), webhook_endpoint.id, webhook_message.id, 'WAITING', :now, :now
                        from connection.webhook_endpoint
                        join connection.webhook_message using (organisation_id)
                        where webhook_endpoint.id = :endpoint and happened_at >= :since and type = any(event_types)
                        on conflict (endpoint, message) do update
                        set state = 'WAITING', attempts = 0, next_at = excluded.next_at
                        """)
                .bind("endpoint", endpoint)
                .bind("since", since)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private static Delivery delivery(Readable row) {
        return new Delivery(
                required(row, "id", UUID.class),
                required(row, "endpoint", UUID.class),
                new Message(
                        required(row, "message", UUID.class),
                        required(row, "type", String.class),
                        required(row, "happened_at", Instant.class),
                        required(row, "body", String.class)),
                DeliveryState.valueOf(required(row, "state", String.class)),
                required(row, "attempts", Integer.class),
                required(row, "next_at", Instant.class),
                required(row, "made_at", Instant.class),
                row.get("status", Integer.class));
    }
}
