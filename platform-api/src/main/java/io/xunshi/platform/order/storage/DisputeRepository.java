package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.RemedyKind;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Dispute;
import io.xunshi.platform.order.domain.RefundSplit;
import io.xunshi.platform.order.domain.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Disputes as they stand. Whoever changes one locks it first, so that what was read is still true when it is written.
 */
@Repository
public class DisputeRepository {
    private static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0, 0));
    private static final String COLUMNS = """
            select id, order_id, state, reason, came_from, seconds_left, due_remedy, due_fen, is_judged, is_appealed,
                   is_return_denied, shipping_fen, borne_fen, returned_fen, compensation_fen, refund_fen, seller_fen, fee_fen,
                   winner, opened_at, waiting_since, deadline
            from orders.dispute
            """;

    private final DatabaseClient database;

    DisputeRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where the purchase was disputed before. */
    public Mono<Boolean> add(Dispute dispute) {
        var left = dispute.timeLeft();
        return database.sql("""
                        insert into orders.dispute
                            (id, order_id, state, reason, came_from, seconds_left, opened_at, waiting_since, deadline)
                        values (:id, :order, :state, :reason, :from, :left, :at, :at, :deadline)
                        """)
                .bind("id", dispute.id().value())
                .bind("order", dispute.order().value())
                .bind("state", dispute.state().name())
                .bind("reason", dispute.reason().name())
                .bind("from", dispute.cameFrom().name())
                .bind("left", Parameters.in(R2dbcType.BIGINT, left == null ? null : left.toSeconds()))
                .bind("at", dispute.openedAt())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, dispute.deadline()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(DuplicateKeyException.class, disputed -> Mono.just(false));
    }

    public Mono<Dispute> find(DisputeId id) {
        return one(COLUMNS + "where id = :id", "id", id.value());
    }

    /** The same; others who lock it wait until the caller's transaction ends. */
    public Mono<Dispute> lock(DisputeId id) {
        return one(COLUMNS + "where id = :id for update", "id", id.value());
    }

    public Mono<Dispute> findOfOrder(OrderId order) {
        return one(COLUMNS + "where order_id = :order", "order", order.value());
    }

    /** Writes where a locked dispute stands now. */
    public Mono<Void> put(Dispute dispute) {
        var due = dispute.due();
        return database.sql("""
                        update orders.dispute
                        set state = :state, due_remedy = :remedy, due_fen = :due, is_judged = :judged, is_appealed = :appealed,
                            is_return_denied = :denied, waiting_since = :since, deadline = :deadline
                        where id = :id
                        """)
                .bind("id", dispute.id().value())
                .bind("state", dispute.state().name())
                .bind(
                        "remedy",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                due == null ? null : due.kind().name()))
                .bind(
                        "due",
                        Parameters.in(
                                R2dbcType.BIGINT,
                                due == null ? null : due.refund().amount()))
                .bind("judged", dispute.isJudged())
                .bind("appealed", dispute.isAppealed())
                .bind("denied", dispute.isReturnDenied())
                .bind("since", dispute.waitingSince())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, dispute.deadline()))
                .then();
    }

    /** Writes who got what. */
    public Mono<Void> putOutcome(DisputeId id, RefundSplit outcome, @Nullable Side winner) {
        return database.sql("""
                        update orders.dispute
                        set refund_fen = :refund, seller_fen = :seller, fee_fen = :fee, winner = :winner, shipping_fen = :shipping,
                            borne_fen = :borne, returned_fen = :returned, compensation_fen = :compensation
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("refund", outcome.refund().amount())
                .bind("seller", outcome.toSeller().amount())
                .bind("fee", outcome.fee().amount())
                .bind("shipping", outcome.shipping().amount())
                .bind("borne", outcome.borne().amount())
                .bind("returned", outcome.returned().amount())
                .bind("compensation", outcome.compensation().amount())
                .bind("winner", Parameters.in(R2dbcType.VARCHAR, winner == null ? null : winner.name()))
                .then();
    }

    public Mono<Void> prolong(DisputeId id, Instant deadline) {
        return database.sql("update orders.dispute set deadline = :deadline where id = :id")
                .bind("deadline", deadline)
                .bind("id", id.value())
                .then();
    }

    public Flux<DisputeId> findDue(Instant now, int limit) {
        return database.sql("select id from orders.dispute where deadline <= :now order by deadline limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> new DisputeId(required(row, "id", UUID.class)))
                .all();
    }

    /** Those that an officer has to decide, the one that waits longest first. */
    public Flux<Dispute> findForOfficers(@Nullable Cursor after, int limit) {
        var from = after == null ? OLDEST : after;
        return database.sql(COLUMNS + """
                        where state in ('UNDER_REVIEW', 'UNDER_APPEAL') and (waiting_since, id) > (:at, :id)
                        order by waiting_since, id
                        limit :limit
                        """)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(DisputeRepository::dispute)
                .all();
    }

    private Mono<Dispute> one(String sql, String name, UUID value) {
        return database.sql(sql)
                .bind(name, value)
                .map(DisputeRepository::dispute)
                .one();
    }

    private static Dispute dispute(Readable row) {
        return new Dispute(
                new DisputeId(required(row, "id", UUID.class)),
                new OrderId(required(row, "order_id", UUID.class)),
                DisputeState.valueOf(required(row, "state", String.class)),
                DisputeReason.valueOf(required(row, "reason", String.class)),
                OrderState.valueOf(required(row, "came_from", String.class)),
                Optional.ofNullable(row.get("seconds_left", Long.class))
                        .map(Duration::ofSeconds)
                        .orElse(null),
                remedy(row, "due_remedy", "due_fen"),
                required(row, "is_judged", Boolean.class),
                required(row, "is_appealed", Boolean.class),
                required(row, "is_return_denied", Boolean.class),
                outcome(row),
                Optional.ofNullable(row.get("winner", String.class))
                        .map(Side::valueOf)
                        .orElse(null),
                required(row, "opened_at", Instant.class),
                required(row, "waiting_since", Instant.class),
                row.get("deadline", Instant.class));
    }

    static @Nullable Remedy remedy(Readable row, String kind, String fen) {
        var named = row.get(kind, String.class);
        return named == null ? null : new Remedy(RemedyKind.valueOf(named), Money.fen(required(row, fen, Long.class)));
    }

    private static @Nullable RefundSplit outcome(Readable row) {
        var refund = row.get("refund_fen", Long.class);
        return refund == null
                ? null
                : new RefundSplit(
                        Money.fen(refund),
                        fen(row, "shipping_fen"),
                        fen(row, "seller_fen"),
                        fen(row, "fee_fen"),
                        fen(row, "borne_fen"),
                        fen(row, "returned_fen"),
                        fen(row, "compensation_fen"));
    }

    private static Money fen(Readable row, String column) {
        return Money.fen(required(row, column, Long.class));
    }
}
