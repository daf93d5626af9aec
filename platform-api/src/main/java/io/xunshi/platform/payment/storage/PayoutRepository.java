package io.xunshi.platform.payment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.PayoutState;
import io.xunshi.platform.payment.domain.Payout;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payouts. */
@Repository
public class PayoutRepository {
    private static final String COLUMNS =
            "select id, seller, amount_fen, state, provider_id, requested_at from payment.payout ";

    private final DatabaseClient database;

    PayoutRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Payout payout) {
        return database.sql("""
                        insert into payment.payout (id, seller, amount_fen, state, requested_at, next_look_at)
                        values (:id, :seller, :amount, 'REQUESTED', :at, now() + interval '30 s')
                        """)
                .bind("id", payout.id())
                .bind("seller", payout.payee().value())
                .bind("amount", payout.amount().amount())
                .bind("at", payout.at())
                .then();
    }

    public Mono<Payout> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id)
                .map(PayoutRepository::payout)
                .one();
    }

    public Mono<Payout> findByProviderId(String providerId) {
        return database.sql(COLUMNS + "where provider_id = :id")
                .bind("id", providerId)
                .map(PayoutRepository::payout)
                .one();
    }

    /** Newest first. */
    public Flux<Payout> findOf(Payee payee, int limit) {
        return database.sql(COLUMNS + "where seller = :seller order by requested_at desc, id desc limit :limit")
                .bind("seller", payee.value())
                .bind("limit", limit)
                .map(PayoutRepository::payout)
                .all();
    }

    public Mono<Void> rememberProviderId(UUID id, String providerId) {
        return database.sql("update payment.payout set provider_id = :provider where id = :id")
                .bind("provider", providerId)
                .bind("id", id)
                .then();
    }

    /** False where it has ended already. */
    public Mono<Boolean> end(UUID id, PayoutState state) {
        return database.sql("update payment.payout set state = :state where id = :id and state = 'REQUESTED'")
                .bind("state", state.name())
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Payouts that have not ended and that nobody looked at lately; takes them for the pause. */
    public Flux<UUID> takeOverdue(int limit, Duration pause) {
        return database.sql("""
                        update payment.payout
                        set next_look_at = now() + :pause * interval '1 millisecond'
                        where id in (
                            select id
                            from payment.payout
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

    private static Payout payout(Readable row) {
        return new Payout(
                required(row, "id", UUID.class),
                new Payee(required(row, "seller", UUID.class)),
                Money.fen(required(row, "amount_fen", Long.class)),
                PayoutState.valueOf(required(row, "state", String.class)),
                row.get("provider_id", String.class),
                required(row, "requested_at", Instant.class));
    }
}
