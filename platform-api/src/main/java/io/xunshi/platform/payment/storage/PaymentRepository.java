package io.xunshi.platform.payment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.domain.Payment;
import io.xunshi.platform.payment.domain.Payment.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payments. Looking at them again is timed by the database's clock, which all replicas share. */
@Repository
public class PaymentRepository {
    private static final String COLUMNS = """
            select id, order_id, purpose, payer, amount_fen, description, state, wanted, intent_id, pay_url
            from payment.payment
            """;

    private static final String OF_ORDER = """
            where order_id = :order or id = (select payment_id from payment.part where order_id = :order)
            """;

    private final DatabaseClient database;

    PaymentRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Payment payment, Instant at) {
        return database.sql("""
                        insert into payment.payment
                            (id, order_id, purpose, payer, amount_fen, description, state, wanted, created_at, next_look_at)
                        values (:id, :order, :purpose, :payer, :amount, :description, 'REQUESTED', 'NOTHING', :at,
                                now() + interval '30 s')
                        """)
                .bind("id", payment.id().value())
                .bind("order", payment.orderId())
                .bind("purpose", payment.purpose().name())
                .bind("payer", payment.payer().value())
                .bind("amount", payment.amount().amount())
                .bind("description", payment.description())
                .bind("at", at)
                .then();
    }

    public Mono<Payment> find(PaymentId id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id.value())
                .map(PaymentRepository::payment)
                .one();
    }

    public Mono<Payment> findByOrder(UUID orderId) {
        return database.sql(COLUMNS + OF_ORDER)
                .bind("order", orderId)
                .map(PaymentRepository::payment)
                .one();
    }

    /** The same; others who lock it wait until the caller's transaction ends. */
    public Mono<Payment> lockByOrder(UUID orderId) {
        return database.sql(COLUMNS + OF_ORDER + "for update")
                .bind("order", orderId)
                .map(PaymentRepository::payment)
                .one();
    }

    public Mono<Payment> findByIntent(String intentId) {
        return database.sql(COLUMNS + "where intent_id = :intent")
                .bind("intent", intentId)
                .map(PaymentRepository::payment)
                .one();
    }

    public Mono<Void> rememberIntent(PaymentId id, String intentId, String payUrl) {
        return database.sql(
                        "update payment.payment set intent_id = :intent, pay_url = :url where id = :id and intent_id is null")
                .bind("intent", intentId)
                .bind("url", payUrl)
                .bind("id", id.value())
                .then();
    }

    /** False where it was wanted already, or where giving back is wanted, which nothing overrules. */
    public Mono<Boolean> want(PaymentId id, Wanted wanted) {
        return database.sql("""
                        update payment.payment
                        set wanted = :wanted, next_look_at = now() + interval '30 s'
                        where id = :id and wanted <> :wanted and wanted <> 'GIVEN_BACK'
                        """)
                .bind("wanted", wanted.name())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False where the payment is not in the first state any more: somebody else moved it. */
    public Mono<Boolean> move(PaymentId id, PaymentState from, PaymentState to) {
        return database.sql("update payment.payment set state = :to where id = :id and state = :from")
                .bind("to", to.name())
                .bind("id", id.value())
                .bind("from", from.name())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Payments with which something remains to happen and that nobody looked at lately; takes them for the pause. */
    public Flux<PaymentId> takeOverdue(int limit, Duration pause) {
        return database.sql("""
                        update payment.payment
                        set next_look_at = now() + :pause * interval '1 millisecond'
                        where id in (
                            select id
                            from payment.payment
                            where state not in ('VOIDED', 'REFUNDED') and next_look_at <= now()
                              and not (state = 'CAPTURED' and wanted <> 'GIVEN_BACK')
                            order by next_look_at
                            limit :limit
                            for update skip locked)
                        returning id
                        """)
                .bind("pause", pause.toMillis())
                .bind("limit", limit)
                .map((row, metadata) -> new PaymentId(required(row, "id", UUID.class)))
                .all();
    }

    private static Payment payment(Readable row) {
        return new Payment(
                new PaymentId(required(row, "id", UUID.class)),
                required(row, "order_id", UUID.class),
                PaymentPurpose.valueOf(required(row, "purpose", String.class)),
                new AccountId(required(row, "payer", UUID.class)),
                Money.fen(required(row, "amount_fen", Long.class)),
                required(row, "description", String.class),
                PaymentState.valueOf(required(row, "state", String.class)),
                Wanted.valueOf(required(row, "wanted", String.class)),
                row.get("intent_id", String.class),
                row.get("pay_url", String.class));
    }
}
