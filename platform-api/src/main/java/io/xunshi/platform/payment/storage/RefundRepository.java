package io.xunshi.platform.payment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.domain.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refunds. */
@Repository
public class RefundRepository {
    private static final String SELECT = """
            select id, payment_id, order_id, amount_fen, state, provider_id
            from payment.refund
            """;

    private final DatabaseClient database;

    RefundRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Refund refund, Instant at) {
        return database.sql("""
                        insert into payment.refund (id, payment_id, order_id, amount_fen, state, requested_at, next_look_at)
                        values (:id, :payment, :order, :amount, 'REQUESTED', :at, now() + interval '30 s')
                        """)
                .bind("id", refund.id())
                .bind("payment", refund.payment().value())
                .bind("order", refund.orderId())
                .bind("amount", refund.amount().amount())
                .bind("at", at)
                .then();
    }

    public Mono<Refund> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(RefundRepository::refund)
                .one();
    }

    /** Oldest first. */
    public Flux<Refund> findOf(PaymentId payment) {
        return database.sql(SELECT + "where payment_id = :payment order by requested_at, id")
                .bind("payment", payment.value())
                .map(RefundRepository::refund)
                .all();
    }

    /** All that was ever asked to be given back of what a payment is for an order. */
    public Mono<Money> sumOf(PaymentId payment, UUID orderId) {
        return database.sql("""
                        select coalesce(sum(amount_fen), 0)::bigint as sum
                        from payment.refund
                        where payment_id = :payment and order_id = :order
                        """)
                .bind("payment", payment.value())
                .bind("order", orderId)
                .map((row, metadata) -> Money.fen(required(row, "sum", Long.class)))
                .one();
    }

    public Mono<Void> rememberProviderId(UUID id, String providerId) {
        return database.sql("update payment.refund set provider_id = :provider where id = :id")
                .bind("provider", providerId)
                .bind("id", id)
                .then();
    }

    /** False where it was paid already. */
    public Mono<Boolean> markPaid(UUID id) {
        return database.sql("update payment.refund set state = 'PAID' where id = :id and state = 'REQUESTED'")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Refunds that have not arrived and that nobody looked at lately; takes them for the pause. */
    public Flux<UUID> takeOverdue(int limit, Duration pause) {
        return database.sql("""
                        update payment.refund
                        set next_look_at = now() + :pause * interval '1 millisecond'
                        where id in (
                            select id
                            from payment.refund
                            where state = 'REQUESTED' and next_look_at <= now()
                            order by next_look_at
                            limit :limit
                            for update skip locked)
                        returning id
                        """)
                .bind("pause", pause.toMillis())
                .bind("limit", limit)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .all();
    }

    private static Refund refund(Readable row) {
        return new Refund(
                required(row, "id", UUID.class),
                new PaymentId(required(row, "payment_id", UUID.class)),
                required(row, "order_id", UUID.class),
                Money.fen(required(row, "amount_fen", Long.class)),
                Refund.State.valueOf(required(row, "state", String.class)),
                row.get("provider_id", String.class));
    }
}
