package io.xunshi.infra.launcher.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What a trade asks of PostgreSQL, sent by one client without anything around it: the statements of platform-api's
 * repositories in its transactions, from the hold to the trace record and the cards in the conversation of the two.
 * That they are the same is seen in PostgreSQL's own log of a trade (docs/performance.md says how). The listings are
 * made before the clock runs. What a trade leaves stands in the same tables as real trades, so it is run on a scratch
 * platform only; its records stand in a copy of their table, because the platform would seal them into its log.
 */
final class TradeStatements implements AutoCloseable {
    private static final int LISTINGS_AT_ONCE = 2_000;
    private static final String PAYLOAD = BareClient.PAYLOAD;
    private static final byte[] RECORD = new byte[400];

    private final BareClient bare;
    private final UUID buyer;
    private final UUID seller;

    private TradeStatements(BareClient bare, UUID buyer, UUID seller) {
        this.bare = bare;
        this.buyer = buyer;
        this.seller = seller;
    }

    static TradeStatements on(String address) {
        try {
            var bare = BareClient.of(address);
            bare.copyTable("trace.entry");
            var people = bare.ids("select id from identity.account limit 2");
            return new TradeStatements(bare, people.getFirst(), people.getLast());
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
        bare.close();
    }

    private List<UUID> publish() throws SQLException {
        var ids = bare.ids("""
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
                """, seller, LISTINGS_AT_ONCE, seller);
        bare.commit();
        return ids;
    }

    private void trade(UUID listing) throws SQLException {
        var order = UUID.randomUUID();
        var payment = UUID.randomUUID();
        place(listing, order, payment);
        pay(order, payment, listing);
        complete(listing, order);
    }

    private void place(UUID listing, UUID order, UUID payment) throws SQLException {
        bare.run(
                "insert into http.idempotency (owner, key, request_hash) values (?, ?, 'hash')",
                buyer.toString(),
                order.toString());
        bare.commit();
        bare.read("select * from listing.listing where id = ?", listing);
        bare.read("select pg_advisory_xact_lock(?)", order.getMostSignificantBits());
        bare.read("select count(*) from orders.purchase where buyer = ? and state = 'AWAITING_PAYMENT'", buyer);
        bare.run("""
                with taken as (
                    update listing.listing set state = 'RESERVED', version = version + 1, updated_at = now()
                    where id = ? and state = 'PUBLISHED' returning id, item_id, version),
                held as (
                    insert into listing.hold (holder, item_id, listing_id, buyer, held_at)
                    select ?, item_id, id, ?, now() from taken)
                select version from taken
                """, listing, order, buyer);
        var reserved = bare.publish(listing, 3);
        bare.read("select * from listing.listing where id = ?", listing);
        bare.run("""
                with placed as (
                    insert into orders.purchase
                        (id, code, state, listing_id, buyer, seller, price_fen, fee_fen, fee_rule, snapshot, pickup_code,
                         deadline, placed_at)
                    values (?, ?, 'AWAITING_PAYMENT', ?, ?, ?, 28000, 168, 'bench', ?::jsonb, '000000',
                            now() + interval '15 min', now())
                    returning id)
                insert into orders.step (order_id, number, state, cause, at)
                select id, 1, 'AWAITING_PAYMENT', 'ORDER_PLACED', now() from placed
                """, order, "B" + order, listing, buyer, seller, PAYLOAD);
        bare.run("""
                insert into payment.payment
                    (id, order_id, payer, amount_fen, description, state, wanted, created_at, next_look_at)
                values (?, ?, ?, 28000, '', 'REQUESTED', 'NOTHING', now(), now() + interval '1 day')
                """, payment, order, buyer);
        var placed = bare.publish(order, 1);
        bare.commit();
        bare.read("select * from payment.payment where id = ?", payment);
        bare.run("update payment.payment set intent_id = ?, pay_url = '' where id = ?", "pi_" + payment, payment);
        bare.read("select * from payment.payment where id = ?", payment);
        show(order);
        bare.run(
                "update http.idempotency set status = 201, content_type = 'application/json', body = ? where owner = ? and key = ?",
                PAYLOAD.getBytes(StandardCharsets.UTF_8),
                buyer.toString(),
                order.toString());
        bare.commit();
        tellAskers(listing);
        followListing(listing);
        bare.commitMade(reserved, 2);
        bare.commitMade(reserved, 1);
        var notice = tell(listing, order, placed);
        bare.commitMade(placed, 1);
        send(notice);
    }

    private void pay(UUID order, UUID payment, UUID listing) throws SQLException {
        look(order);
        hear(payment);
        movePayment(payment, "REQUESTED", "AUTHORIZED");
        var authorized = bare.publish(order, 4);
        bare.commit();
        lookForOthers(order);
        moveOrder(order, "AWAITING_PAYMENT", "COLLECTING");
        bare.read("select * from payment.payment where order_id = ?", order);
        bare.run("update payment.payment set wanted = 'CAPTURED' where id = ? and wanted <> 'CAPTURED'", payment);
        var wanted = bare.publish(order, 1);
        var accepted = bare.publish(order, 2);
        bare.commitMade(authorized, 4);
        refresh(accepted);
        bare.read("select id from messaging.price_offer where order_id = ?", order);
        bare.commitMade(accepted, 2);
        bare.read("select * from payment.payment where id = ?", payment);
        movePayment(payment, "AUTHORIZED", "CAPTURED");
        post(order, "capture", new UUID(0, 1), order, 28_000, new String[] {"ESCROW"});
        var captured = bare.publish(order, 4);
        bare.commit();
        bare.commitMade(wanted, 1);
        lookForOthers(order);
        moveOrder(order, "COLLECTING", "PAID");
        var paid = bare.publish(order, 2);
        bare.commitMade(captured, 4);
        hear(payment);
        var notice = tell(listing, order, paid);
        record(order, paid);
        bare.commitMade(paid, 2);
        send(notice);
        look(order);
    }

    private void complete(UUID listing, UUID order) throws SQLException {
        bare.read("select * from orders.purchase where id = ?", order);
        moveOrder(order, "PAID", "COMPLETED");
        post(order, "release", order, seller, 27_832, new String[] {"SELLER_BALANCE"});
        bare.run("""
                with released as (
                    update listing.hold set released_at = now()
                    where listing_id = ? and holder = ? and released_at is null returning listing_id)
                update listing.listing set state = 'SOLD', version = version + 1, updated_at = now()
                from released where listing.id = released.listing_id and listing.state = 'RESERVED'
                """, listing, order);
        var sold = bare.publish(listing, 5);
        var completed = bare.publish(order, 4);
        bare.commit();
        show(order);
        look(order);
        tellAskers(listing);
        followListing(listing);
        bare.read("select account from interest.saved_item where listing_id = ?", listing);
        bare.read("select swap_id from orders.swap_party where listing_id = ?", listing);
        bare.commitMade(sold, 4);
        bare.commitMade(sold, 1);
        var notice = tell(listing, order, completed);
        record(order, completed);
        bare.read("select id from consignment.item where listing_id = ?", listing);
        rememberPurchase(order);
        bare.commitMade(completed, 4);
        send(notice);
    }

    /** A webhook, and the question to the provider that follows it. */
    private void hear(UUID payment) throws SQLException {
        bare.run(
                "insert into payment.webhook_inbox (provider_event_id, payload, received_at) values (?, ?, now())",
                "evt_" + UUID.randomUUID(),
                PAYLOAD);
        var heard = bare.publish(payment, 1);
        bare.commit();
        bare.read("select * from payment.payment where intent_id = ?", "pi_" + payment);
        bare.commitMade(heard, 1);
    }

    private void movePayment(UUID payment, String from, String to) throws SQLException {
        bare.run("update payment.payment set state = ? where id = ? and state = ?", to, payment, from);
    }

    private void moveOrder(UUID order, String from, String to) throws SQLException {
        bare.read("select * from orders.purchase where id = ?", order);
        bare.read("""
                with moved as (
                    update orders.purchase set state = ?, deadline = null where id = ? and state = ? returning *),
                stepped as (
                    insert into orders.step (order_id, number, state, cause, at)
                    select moved.id, 1 + (select max(number) from orders.step where order_id = moved.id), ?, 'bench', now()
                    from moved)
                select * from moved
                """, to, order, from, to);
    }

    private void post(UUID order, String kind, UUID from, UUID to, long fen, String[] held) throws SQLException {
        var kinds = bare.texts(held);
        bare.run("""
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

    /** Somebody opens the order's page. */
    private void look(UUID order) throws SQLException {
        bare.read("select * from orders.purchase where id = ?", order);
        show(order);
    }

    /** What an answer shows of an order beside the order itself; the photo is remembered. */
    private void show(UUID order) throws SQLException {
        bare.read("select * from orders.step where order_id = ? order by number", order);
        bare.read("select * from payment.payment where order_id = ?", order);
        bare.read("select * from identity.account where id in (?, ?)", buyer, seller);
    }

    /** A card in the conversation of the two, a notification, and the wish for a message to one of them. */
    private UUID tell(UUID listing, UUID order, UUID event) throws SQLException {
        var conversation = conversation(listing);
        bare.read("""
                with turn as (
                    update messaging.conversation set last_sequence = last_sequence + 1
                    where id = ? and not exists (
                        select from messaging.message where conversation_id = ? and event_id = ?)
                    returning id, last_sequence, buyer, seller),
                card as (
                    insert into messaging.message (conversation_id, sequence, card, parameters, event_id, at)
                    select id, last_sequence, 'ORDER_PAID', ?::jsonb, ?, now() from turn),
                touched as (
                    update messaging.participant set last_at = now() from turn where conversation_id = turn.id)
                select id, last_sequence, buyer, seller from turn
                """, conversation, conversation, event, PAYLOAD, event);
        bare.read("select * from messaging.notification_choice where account in (?, ?)", buyer, seller);
        bare.run("""
                with counted as (
                    insert into messaging.inbox (account, last_sequence) values (?, 1)
                    on conflict (account) do update set last_sequence = inbox.last_sequence + 1
                    returning account, last_sequence)
                insert into messaging.notification (account, sequence, kind, subject, parameters, event_id, at)
                select account, last_sequence, 'ORDER_PAID', ?, ?::jsonb, ?, now() from counted
                """, seller, order, PAYLOAD, event);
        bare.read("select * from identity.account where id = ?", seller);
        var notice = bare.publish(order, 1);
        refresh(event);
        return notice;
    }

    private void send(UUID notice) throws SQLException {
        bare.read("select * from identity.account where id = ?", seller);
        bare.commitMade(notice, 1);
    }

    private UUID conversation(UUID listing) throws SQLException {
        try (var found = bare.statement(
                        "select id from messaging.conversation where listing_id = ? and buyer = ?", listing, buyer)
                .executeQuery()) {
            if (found.next()) {
                return found.getObject(1, UUID.class);
            }
        }
        var id = UUID.randomUUID();
        bare.read("select * from listing.listing where id = ?", listing);
        bare.run("""
                with opened as (
                    insert into messaging.conversation
                        (id, listing_id, listing_title, listing_version, price_fen, buyer, seller, opened_at)
                    values (?, ?, '实木书柜', 2, 28000, ?, ?, now())
                    on conflict (listing_id, buyer) do nothing
                    returning id, buyer, seller)
                insert into messaging.participant (conversation_id, account)
                select opened.id, account from opened, unnest(array[buyer, seller]) as account
                """, id, listing, buyer, seller);
        return id;
    }

    private void tellAskers(UUID listing) throws SQLException {
        bare.read(
                "select id from messaging.conversation where listing_id = ? and last_sequence > 0 and buyer <> ? for update",
                listing,
                buyer);
    }

    /** Whether an offer of a price still holds for the listing as it is now. */
    private void followListing(UUID listing) throws SQLException {
        bare.read("select pg_advisory_xact_lock(?)", listing.getMostSignificantBits());
        bare.read(
                "select * from messaging.price_offer where listing_id = ? and state in ('OPEN', 'SUSPENDED')", listing);
    }

    /** What was paid may be a rental, its extension, or a balance of a swap. */
    private void lookForOthers(UUID order) throws SQLException {
        bare.read("select * from orders.rental where id = ?", order);
        bare.read("select * from orders.rental_extension where id = ?", order);
        bare.read("select * from orders.swap_party where id = ?", order);
    }

    private void rememberPurchase(UUID order) throws SQLException {
        bare.run(
                "insert into interest.purchase (account, order_id, category_code, bought_at) values (?, ?, 'storage-furniture', now()) on conflict do nothing",
                buyer,
                order);
    }

    private void refresh(UUID event) throws SQLException {
        bare.run("""
                with news as (
                    select account, row_number() over (partition by account) as number
                    from unnest(array[?, ?]::uuid[]) as account),
                moved as (
                    insert into messaging.live_position (account, last_sequence)
                    select account, count(*) from news group by account order by account
                    on conflict (account) do update
                    set last_sequence = live_position.last_sequence + excluded.last_sequence
                    returning account, last_sequence)
                insert into messaging.live_event (account, sequence, kind, detail, at)
                select account, last_sequence - count(*) over (partition by account) + number, 'ORDER', ?::jsonb, now()
                from news join moved using (account)
                """, buyer, seller, "{\"id\":\"" + event + "\"}");
    }

    private void record(UUID order, UUID event) throws SQLException {
        bare.read("select salt from trace.salt where account = ?", buyer);
        bare.read("select salt from trace.salt where account = ?", seller);
        bare.run("insert into bench.entry (event_id, order_id, bytes) values (?, ?, ?)", event, order, RECORD);
    }
}
