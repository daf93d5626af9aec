package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.server.PostgresAddress;
import io.xunshi.infra.server.PostgresDatabases;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a trade asks of PostgreSQL, sent by one client without anything around it: the statements of platform-api's
 * repositories in its transactions, from the hold to the trace record. The listings are made before the clock runs.
 * What a trade leaves stands in the same tables as real trades, so it is run on a scratch platform only.
 */
final class TradeStatements implements AutoCloseable {
    private static final int LISTINGS_AT_ONCE = 2_000;
    private static final String PAYLOAD = "{\"note\":\"%s\"}".formatted("x".repeat(300));

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final UUID seller = UUID.randomUUID();

    private TradeStatements(Connection connection) {
        this.connection = connection;
    }

    static TradeStatements on(String address) {
        try {
            var connection = PostgresDatabases.connect(PostgresAddress.parse(address));
            connection.setAutoCommit(false);
            return new TradeStatements(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trades a second. */
    double run(Duration duration) {
        try {
            var listings = publish();
            long begin = System.nanoTime();
            int trades = 0;
            while (System.nanoTime() - begin < duration.toNanos() && trades < listings.size()) {
                trade(listings.get(trades++));
            }
            return trades * 1e9 / (System.nanoTime() - begin);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<UUID> publish() throws SQLException {
        try (var statement = connection.prepareStatement("""
                with made as (
                    insert into listing.item (id, owner, created_at)
                    select gen_random_uuid(), ?, now() from generate_series(1, ?) returning id)
                insert into listing.listing
                    (id, code, item_id, seller, state, title, description, category_code, attributes, condition_code,
                     price_fen, district_code, lat, lon, photo_ids, version, created_at, published_at, updated_at)
                select id, 'B' || id, id, ?, 'PUBLISHED', '实木书柜', '', 'storage-furniture', '{}', 'GOOD',
                       28000, 'ZZ-JS', 34.8, 113.6, '{}', 2, now(), now(), now()
                from made
                returning id
                """)) {
            statement.setObject(1, seller);
            statement.setInt(2, LISTINGS_AT_ONCE);
            statement.setObject(3, seller);
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            connection.commit();
            return ids;
        }
    }

    private void trade(UUID listing) throws SQLException {
        var order = UUID.randomUUID();
        var payment = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        place(listing, order, payment, buyer);
        pay(order, payment);
        complete(listing, order);
    }

    private void place(UUID listing, UUID order, UUID payment, UUID buyer) throws SQLException {
        run(
                "insert into http.idempotency (owner, key, request_hash) values (?, ?, 'hash')",
                buyer.toString(),
                order.toString());
        connection.commit();
        read("select * from listing.listing where id = ?", listing);
        read("select count(*) from orders.purchase where buyer = ? and state = 'AWAITING_PAYMENT'", buyer);
        run("""
                with taken as (
                    update listing.listing set state = 'RESERVED', version = version + 1, updated_at = now()
                    where id = ? and state = 'PUBLISHED' returning id, item_id, version),
                held as (
                    insert into listing.hold (holder, item_id, listing_id, buyer, held_at)
                    select ?, item_id, id, ?, now() from taken)
                select version from taken
                """, listing, order, buyer);
        publish(listing, 1);
        read("select * from listing.listing where id = ?", listing);
        run("""
                with placed as (
                    insert into orders.purchase
                        (id, code, state, listing_id, buyer, seller, price_fen, fee_fen, fee_rule, snapshot, pickup_code,
                         deadline, placed_at)
                    values (?, ?, 'AWAITING_PAYMENT', ?, ?, ?, 28000, 168, 'bench', ?::jsonb, '000000',
                            now() + interval '15 min', now())
                    returning id)
                insert into orders.step (order_id, number, state, cause, at)
                select id, 1, 'AWAITING_PAYMENT', 'placed by the buyer', now() from placed
                """, order, "B" + order, listing, buyer, seller, PAYLOAD);
        run("""
                insert into payment.payment
                    (id, order_id, payer, amount_fen, description, state, wanted, created_at, next_look_at)
                values (?, ?, ?, 28000, '', 'REQUESTED', 'NOTHING', now(), now() + interval '1 day')
                """, payment, order, buyer);
        publish(order, 0);
        connection.commit();
        run("update payment.payment set intent_id = ?, pay_url = '' where id = ?", "pi_" + payment, payment);
        run(
                "update http.idempotency set status = 201, content_type = 'application/json', body = ? where owner = ? and key = ?",
                PAYLOAD.getBytes(StandardCharsets.UTF_8),
                buyer.toString(),
                order.toString());
        connection.commit();
    }

    private void pay(UUID order, UUID payment) throws SQLException {
        hear(payment);
        movePayment(payment, "REQUESTED", "AUTHORIZED");
        publish(order, 1);
        connection.commit();
        moveOrder(order, "AWAITING_PAYMENT", "COLLECTING");
        run("update payment.payment set wanted = 'CAPTURED' where id = ? and wanted <> 'CAPTURED'", payment);
        publish(order, 1);
        connection.commit();
        movePayment(payment, "AUTHORIZED", "CAPTURED");
        post(order, "capture", new UUID(0, 1), order, 28_000, new String[] {"ESCROW"});
        publish(order, 1);
        connection.commit();
        moveOrder(order, "COLLECTING", "PAID");
        publish(order, 1);
        connection.commit();
        hear(payment);
        record(order);
        connection.commit();
    }

    private void complete(UUID listing, UUID order) throws SQLException {
        read("select * from orders.purchase where id = ?", order);
        moveOrder(order, "PAID", "COMPLETED");
        post(order, "release", order, seller, 27_832, new String[] {"SELLER_BALANCE"});
        run("""
                with released as (
                    update listing.hold set released_at = now()
                    where listing_id = ? and holder = ? and released_at is null returning listing_id)
                update listing.listing set state = 'SOLD', version = version + 1, updated_at = now()
                from released where listing.id = released.listing_id and listing.state = 'RESERVED'
                """, listing, order);
        publish(listing, 1);
        publish(order, 1);
        connection.commit();
        record(order);
        connection.commit();
    }

    private void hear(UUID payment) throws SQLException {
        run(
                "insert into payment.webhook_inbox (provider_event_id, payload, received_at) values (?, ?, now())",
                "evt_" + UUID.randomUUID(),
                PAYLOAD);
        publish(payment, 1);
        connection.commit();
        read("select * from payment.payment where intent_id = ?", "pi_" + payment);
        read("select * from payment.payment where id = ?", payment);
    }

    private void movePayment(UUID payment, String from, String to) throws SQLException {
        read("select * from payment.payment where id = ?", payment);
        run("update payment.payment set state = ? where id = ? and state = ?", to, payment, from);
    }

    private void moveOrder(UUID order, String from, String to) throws SQLException {
        read("select * from orders.purchase where id = ?", order);
        run("""
                with moved as (
                    update orders.purchase set state = ?, deadline = null where id = ? and state = ? returning id)
                insert into orders.step (order_id, number, state, cause, at)
                select moved.id, 1 + (select max(number) from orders.step where order_id = moved.id), ?, 'bench', now()
                from moved
                """, to, order, from, to);
    }

    private void post(UUID order, String kind, UUID from, UUID to, long fen, String[] held) throws SQLException {
        Array kinds = connection.createArrayOf("text", held);
        run("""
                with entry as (
                    insert into payment.journal_entry (entry_id, business_key, kind, order_id, at)
                    values (?, ?, ?, ?, now()) on conflict (business_key) do nothing returning entry_id),
                posted as (
                    insert into payment.posting (entry_id, line, kind, owner, amount)
                    select entry_id, 1, 'PROVIDER', ?, -?::bigint from entry
                    union all select entry_id, 2, 'BENCH', ?, ?::bigint from entry),
                credited as (
                    insert into payment.held_balance (kind, owner, balance)
                    select unnest(?::text[]), ?, ?::bigint from entry
                    on conflict (kind, owner) do update set balance = held_balance.balance + excluded.balance)
                select count(*) from entry
                """, UUID.randomUUID(), kind + " " + order, kind, order, from, fen, to, fen, kinds, to, fen);
    }

    /** An event, and the delivery to each of its handlers, which is made and removed. */
    private void publish(UUID about, int handlers) throws SQLException {
        var event = UUID.randomUUID();
        run("""
                with event as (
                    insert into events.outbox (event_id, type, aggregate_id, payload, occurred_at)
                    values (?, 'bench', ?, ?::jsonb, now()) returning event_id)
                insert into events.delivery (event_id, handler, next_attempt_at)
                select event.event_id, 'bench', now() + interval '1 day' from event where ? > 0
                """, event, about, PAYLOAD, handlers);
        if (handlers > 0) {
            run("update events.delivery set attempts = attempts + 1 where event_id = ?", event);
            run("delete from events.delivery where event_id = ?", event);
        }
    }

    private void record(UUID order) throws SQLException {
        read("select salt from trace.salt where account = ?", seller);
        run("select pg_advisory_xact_lock(?)", order.getLeastSignificantBits());
        publish(order, 1);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        statement(sql, parameters).execute();
    }

    private void read(String sql, Object... parameters) throws SQLException {
        try (var rows = statement(sql, parameters).executeQuery()) {
            rows.next();
        }
    }

    private PreparedStatement statement(String sql, Object... parameters) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
