package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.order.BundleId;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView.Step;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.Bundle;
import io.xunshi.platform.order.domain.BundlePart;
import io.xunshi.platform.order.domain.Delivery;
import io.xunshi.platform.order.domain.Order;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Purchases and their steps. A transition is one conditional statement; whoever comes second moves nothing. */
@Repository
public class OrderRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            id, code, state, listing_id, buyer, seller, price_fen, pieces, fee_fen, fee_rule, snapshot, pickup_code, code_tries,
            code_locked_until, transfer_confirmed_at, deadline, placed_at, delivery_payer, delivery_fen, delivery_tariff,
            delivery_coverage_fen, is_carrier_paid, has_carrier_failed, bundle_id, bundle_position, bundle_size, discount_fen
            """;
    private static final String SELECT = "select " + COLUMNS + " from orders.purchase ";

    private final DatabaseClient database;

    OrderRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Order order) {
        var delivery = order.delivery();
        var part = order.part();
        return database.sql("""
                        with placed as (
                            insert into orders.purchase
                                (id, code, state, listing_id, buyer, seller, price_fen, pieces, fee_fen, fee_rule, snapshot, pickup_code,
                                 deadline, placed_at, delivery_payer, delivery_fen, delivery_tariff, delivery_coverage_fen, bundle_id,
                                 bundle_position, bundle_size, discount_fen)
                            values (:id, :code, :state, :listing, :buyer, :seller, :price, :pieces, :fee, :rule, :snapshot, :pickup,
                                    :deadline, :at, :payer, :shipping, :tariff, :coverage, :bundle, :position, :size, :discount)
                            returning id)
                        insert into orders.step (order_id, number, state, cause, at)
                        select id, 1, :state, :cause, :at from placed
                        """)
                .bind("id", order.id().value())
                .bind("code", order.code())
                .bind("state", order.state().name())
                .bind("listing", order.listingId())
                .bind("buyer", order.buyer().value())
                .bind("seller", order.seller().value())
                .bind("price", order.price().amount())
                .bind("pieces", Parameters.in(R2dbcType.INTEGER, order.pieces()))
                .bind("fee", order.fee().amount())
                .bind("rule", order.feeRule())
                .bind("snapshot", Json.of(JSON.writeValueAsString(order.snapshot())))
                .bind("pickup", order.pickupCode())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, order.deadline()))
                .bind("at", order.placedAt())
                .bind("cause", StepCause.ORDER_PLACED.name())
                .bind(
                        "payer",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                delivery == null ? null : delivery.payer().name()))
                .bind("tariff", Parameters.in(R2dbcType.VARCHAR, delivery == null ? null : delivery.tariff()))
                .bind("shipping", delivery == null ? 0 : delivery.shipping().amount())
                .bind("coverage", delivery == null ? 0 : delivery.coverage().amount())
                .bind(
                        "bundle",
                        Parameters.in(
                                PostgresqlObjectId.UUID,
                                part == null ? null : part.bundle().value()))
                .bind("position", Parameters.in(R2dbcType.INTEGER, part == null ? null : part.position()))
                .bind("size", Parameters.in(R2dbcType.INTEGER, part == null ? null : part.size()))
                .bind("discount", part == null ? 0 : part.discount().amount())
                .then();
    }

    /** The order after the transition; empty where it was not in the first state any more. */
    public Mono<Order> move(OrderId id, OrderState from, Step step, @Nullable Instant deadline) {
        return database.sql("""
                        with moved as (
                            update orders.purchase
                            set state = :to, deadline = :deadline
                            where id = :id and state = :from
                            returning %1$s),
                        stepped as (
                            insert into orders.step (order_id, number, state, cause, reason, at)
                            select moved.id, 1 + (select max(number) from orders.step where order_id = moved.id),
                                   :to, :cause, :reason, :at
                            from moved)
                        select %1$s from moved
                        """.formatted(COLUMNS))
                .bind("to", step.state().name())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, deadline))
                .bind("id", id.value())
                .bind("from", from.name())
                .bind("cause", step.cause().name())
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, step.reason()))
                .bind("at", step.at())
                .map(OrderRepository::order)
                .one();
    }

    public Mono<Order> find(OrderId id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id.value())
                .map(OrderRepository::order)
                .one();
    }

    /** Those that were bought together, in the order in which they are always locked. */
    public Flux<Order> findOf(BundleId id) {
        return database.sql(SELECT + "where bundle_id = :bundle order by bundle_position")
                .bind("bundle", id.value())
                .map(OrderRepository::order)
                .all();
    }

    /**
     * The purchase of that id, or those of the bundle of that id; empty where there is neither. Others who lock them
     * wait until the caller's transaction ends.
     */
    public Mono<List<Order>> lockTogether(UUID id) {
        return database.sql(SELECT + "where id = :id or bundle_id = :id order by bundle_position for update")
                .bind("id", id)
                .map(OrderRepository::order)
                .all()
                .collectList()
                .filter(found -> !found.isEmpty());
    }

    public Mono<Void> add(Bundle bundle) {
        return database.sql(
                        "insert into orders.bundle (id, code, percent, placed_at) values (:id, :code, :percent, :at)")
                .bind("id", bundle.id().value())
                .bind("code", bundle.code())
                .bind("percent", bundle.percent())
                .bind("at", bundle.placedAt())
                .then();
    }

    public Mono<Bundle> find(BundleId id) {
        return database.sql("select code, percent, placed_at from orders.bundle where id = :id")
                .bind("id", id.value())
                .map((row, metadata) -> new Bundle(
                        id,
                        required(row, "code", String.class),
                        required(row, "percent", Integer.class),
                        required(row, "placed_at", Instant.class)))
                .one();
    }

    public Mono<Order> findByCode(String code) {
        return database.sql(SELECT + "where code = :code")
                .bind("code", code)
                .map(OrderRepository::order)
                .one();
    }

    public Flux<Order> findBought(AccountId buyer, @Nullable Cursor after, int limit) {
        return page("where buyer = :party and (placed_at, id) < (:at, :id)", buyer, after, limit);
    }

    public Flux<Order> findSold(AccountId seller, @Nullable Cursor after, int limit) {
        return page("where seller = :party and (placed_at, id) < (:at, :id)", seller, after, limit);
    }

    public Flux<Order> findOfParty(AccountId party, int limit) {
        return page("where (buyer = :party or seller = :party) and (placed_at, id) < (:at, :id)", party, null, limit);
    }

    public Flux<Order> findOfListing(UUID listingId, int limit) {
        return database.sql(SELECT + "where listing_id = :listing order by placed_at desc limit :limit")
                .bind("listing", listingId)
                .bind("limit", limit)
                .map(OrderRepository::order)
                .all();
    }

    public Flux<Order> findNewest(int limit) {
        return database.sql(SELECT + "order by placed_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map(OrderRepository::order)
                .all();
    }

    public Flux<Step> stepsOf(OrderId id) {
        return database.sql("select state, at, cause, reason from orders.step where order_id = :id order by number")
                .bind("id", id.value())
                .map((row, metadata) -> new Step(
                        OrderState.valueOf(required(row, "state", String.class)),
                        required(row, "at", Instant.class),
                        StepCause.valueOf(required(row, "cause", String.class)),
                        row.get("reason", String.class)))
                .all();
    }

    /**
     * Serialises the placing of orders by one person until the transaction ends, and counts their unpaid ones; what is
     * bought together is one.
     */
    public Mono<Long> countUnpaid(AccountId buyer) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('orders.unpaid ' || :buyer, 0))")
                .bind("buyer", buyer.value().toString())
                .then()
                .then(database.sql("""
                                select count(distinct coalesce(bundle_id, id)) as unpaid
                                from orders.purchase
                                where buyer = :buyer and state = 'AWAITING_PAYMENT'
                                """)
                        .bind("buyer", buyer.value())
                        .map((row, metadata) -> required(row, "unpaid", Long.class))
                        .one());
    }

    public Flux<OrderId> findDue(Instant now, int limit) {
        return database.sql("select id from orders.purchase where deadline <= :now order by deadline limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> new OrderId(required(row, "id", UUID.class)))
                .all();
    }

    public Mono<Void> prolong(OrderId id, Instant deadline) {
        return database.sql("update orders.purchase set deadline = :deadline where id = :id")
                .bind("deadline", deadline)
                .bind("id", id.value())
                .then();
    }

    /** What the carrier did with the parcel of a purchase, as it is after that. */
    public Mono<Order> putCarrier(OrderId id, boolean isPaid, boolean hasFailed) {
        return database.sql("""
                        update orders.purchase
                        set is_carrier_paid = :paid, has_carrier_failed = :failed
                        where id = :id
                        returning\s""" + COLUMNS)
                .bind("paid", isPaid)
                .bind("failed", hasFailed)
                .bind("id", id.value())
                .map(OrderRepository::order)
                .one();
    }

    public Mono<Void> remindAt(OrderId id, Instant at) {
        return database.sql("update orders.purchase set remind_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id.value())
                .then();
    }

    /** Purchases whose seller is to be reminded now; each is handed out once. */
    public Flux<Order> takeToRemind(Instant now, int limit) {
        return database.sql("""
                        update orders.purchase
                        set remind_at = null
                        where id in (
                            select id
                            from orders.purchase
                            where remind_at <= :now
                            order by remind_at
                            limit :limit
                            for update skip locked)
                        returning\s""" + COLUMNS)
                .bind("now", now)
                .bind("limit", limit)
                .map(OrderRepository::order)
                .all();
    }

    /** What was bought together has one code, and a wrong one counts for all of it. */
    public Mono<Void> countWrongCode(OrderId id, int triesMax, Instant lockedUntil) {
        return database.sql("""
                        update orders.purchase
                        set code_tries = case when code_tries + 1 >= :max then 0 else code_tries + 1 end,
                            code_locked_until = case when code_tries + 1 >= :max then :until else code_locked_until end
                        where id in (
                            select id
                            from orders.purchase
                            where id = :id or bundle_id = (select bundle_id from orders.purchase where id = :id)
                            order by bundle_position
                            for update)
                        """)
                .bind("max", triesMax)
                .bind("until", lockedUntil)
                .bind("id", id.value())
                .then();
    }

    /** Once; empty where the order is not on its way to be handed over. */
    public Mono<Order> confirmTransfer(OrderId id, Instant now) {
        return database.sql("""
                        update orders.purchase set transfer_confirmed_at = coalesce(transfer_confirmed_at, :now)
                        where id = :id and state in ('PAID', 'HANDED_OVER')
                        returning
                        """ + COLUMNS)
                .bind("now", now)
                .bind("id", id.value())
                .map(OrderRepository::order)
                .one();
    }

    private Flux<Order> page(String where, AccountId party, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(SELECT + where + " order by placed_at desc, id desc limit :limit")
                .bind("party", party.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(OrderRepository::order)
                .all();
    }

    private static Order order(Readable row) {
        return new Order(
                new OrderId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                OrderState.valueOf(required(row, "state", String.class)),
                required(row, "listing_id", UUID.class),
                new AccountId(required(row, "buyer", UUID.class)),
                new AccountId(required(row, "seller", UUID.class)),
                Money.fen(required(row, "price_fen", Long.class)),
                row.get("pieces", Integer.class),
                Money.fen(required(row, "fee_fen", Long.class)),
                required(row, "fee_rule", String.class),
                JSON.readValue(required(row, "snapshot", String.class), OrderSnapshot.class),
                delivery(row),
                part(row),
                required(row, "pickup_code", String.class),
                required(row, "code_tries", Integer.class),
                row.get("code_locked_until", Instant.class),
                row.get("transfer_confirmed_at", Instant.class),
                row.get("deadline", Instant.class),
                required(row, "placed_at", Instant.class));
    }

    private static @Nullable BundlePart part(Readable row) {
        var bundle = row.get("bundle_id", UUID.class);
        return bundle == null
                ? null
                : new BundlePart(
                        new BundleId(bundle),
                        required(row, "bundle_position", Integer.class),
                        required(row, "bundle_size", Integer.class),
                        Money.fen(required(row, "discount_fen", Long.class)));
    }

    private static @Nullable Delivery delivery(Readable row) {
        var payer = row.get("delivery_payer", String.class);
        return payer == null
                ? null
                : new Delivery(
                        ShippingPayer.valueOf(payer),
                        Money.fen(required(row, "delivery_fen", Long.class)),
                        required(row, "delivery_tariff", String.class),
                        Money.fen(required(row, "delivery_coverage_fen", Long.class)),
                        required(row, "is_carrier_paid", Boolean.class),
                        required(row, "has_carrier_failed", Boolean.class));
    }
}
