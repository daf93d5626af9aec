package io.xunshi.platform.payment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.domain.Part;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What of a payment is whose. */
@Repository
public class PartRepository {
    private final DatabaseClient database;

    PartRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(PaymentId payment, Part part) {
        return database.sql(
                        "insert into payment.part (order_id, payment_id, amount_fen) values (:order, :payment, :amount)")
                .bind("order", part.orderId())
                .bind("payment", payment.value())
                .bind("amount", part.amount().amount())
                .then();
    }

    /**
     * In the order of the orders' ids, so that those who lock their escrows wait for each other and never in a circle.
     */
    public Flux<Part> findOf(PaymentId payment) {
        return database.sql("""
                        select order_id, amount_fen, order_id as reason from payment.part where payment_id = :payment
                        union all
                        select order_id, amount_fen, id as reason
                        from payment.payment
                        where id = :payment and purpose <> 'BUNDLE'
                        order by order_id
                        """)
                .bind("payment", payment.value())
                .map((row, metadata) -> new Part(
                        required(row, "order_id", UUID.class),
                        Money.fen(required(row, "amount_fen", Long.class)),
                        required(row, "reason", UUID.class)))
                .all();
    }
}
