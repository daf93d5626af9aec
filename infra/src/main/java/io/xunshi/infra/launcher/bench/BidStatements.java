package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.faults.Hall;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a bid asks of PostgreSQL, sent by one client without anything around it: the statements of platform-api's
 * repositories in its transactions, from the idempotency key to the record for the log and the notice to who was ahead.
 * The auction that it bids at, its bids and its records stand in copies of their tables: the platform would otherwise
 * tell people of them, and seal them into its log.
 */
final class BidStatements implements AutoCloseable {
    private static final byte[] BODY = BareClient.PAYLOAD.getBytes(StandardCharsets.UTF_8);
    private static final byte[] HIDDEN = new byte[36];
    private static final byte[] RECORD = new byte[400];
    private static final String AUCTION = """
            select id, code, lot_id, seller, title, material, area, amount, per_price_unit, format, start_fen, tick_fen, ladder,
                   window_seconds, extensions_max, unit, tick_seconds, floor_fen, reveal_seconds, final_opens_at, deposit_fen,
                   reserve_cipher, inspection_from, opens_at, planned_end, state, cause, since, ends_at, extensions, bids,
                   leader, price_fen, leader_ceiling_cipher, leader_own_step_fen, drafted_by, version
            from bench.auction where id = ?
            """;

    private final BareClient bare;
    private final UUID auction;
    private final List<Bidder> bidders;
    private int bids;

    private BidStatements(BareClient bare, UUID auction, List<Bidder> bidders) {
        this.bare = bare;
        this.auction = auction;
        this.bidders = bidders;
    }

    private record Bidder(UUID person, UUID organisation) {}

    static BidStatements on(String address, Hall hall, List<UUID> people) throws SQLException {
        var bare = BareClient.of(address);
        for (var table : List.of("auction.auction", "auction.bid", "trace.entry")) {
            bare.copyTable(table);
        }
        var auction = UUID.fromString(hall.id());
        bare.run("insert into bench.auction select * from auction.auction where id = ?", auction);
        bare.run("update bench.auction set bids = 0, leader = null, price_fen = null, leader_ceiling_cipher = null");
        bare.commit();
        var bidders = new ArrayList<Bidder>();
        for (int i = 0; i < people.size(); i++) {
            bidders.add(new Bidder(
                    people.get(i), UUID.fromString(hall.bidders().get(i).organisation())));
        }
        return new BidStatements(bare, auction, List.copyOf(bidders));
    }

    /** Bids a second. */
    double run(Duration duration) throws SQLException {
        long begin = System.nanoTime();
        int before = bids;
        while (System.nanoTime() - begin < duration.toNanos()) {
            bid(bidders.get(bids % bidders.size()), bidders.get((bids + 1) % bidders.size()));
        }
        return (bids - before) * 1e9 / (System.nanoTime() - begin);
    }

    @Override
    public void close() {
        bare.close();
    }

    private void bid(Bidder bidder, Bidder outbid) throws SQLException {
        var key = UUID.randomUUID().toString();
        var person = bidder.person();
        bare.run(
                "insert into http.idempotency (owner, key, request_hash) values (?, ?, 'hash')",
                person.toString(),
                key);
        bare.commit();
        admit(bidder);
        bare.read(AUCTION + " for update", auction);
        bare.read(
                "select id, auction_id, paddle, bidder, state, amount_fen, paid_by from auction.deposit"
                        + " where auction_id = ? and bidder = ?",
                auction,
                bidder.organisation());
        bids++;
        var price = Hall.START + bids * Hall.STEP;
        bare.run("""
                insert into bench.bid
                    (auction_id, sequence, paddle, kind, amount_fen, ceiling_cipher, own_step_fen, at, price_fen,
                     leader, ends_at, placed_by)
                values (?, ?, 1, 'BID', ?, ?, null, now(), ?, 1, now(), ?)
                """, auction, bids, price, HIDDEN, price, person);
        bare.run("""
                update bench.auction
                set state = 'OPEN', cause = 'OPENED', since = since, deadline = deadline, ends_at = ends_at,
                    extensions = 0, bids = ?, leader = 1, price_fen = ?,
                    leader_ceiling_cipher = ?, leader_own_step_fen = null,
                    final_opens_at = null, version = version + 1
                where id = ?
                """, bids, price, HIDDEN, auction);
        var placed = bare.publish(auction, 2);
        bare.commit();
        bare.run(
                "update http.idempotency set status = 201, content_type = 'application/json', body = ?"
                        + " where owner = ? and key = ?",
                BODY,
                person.toString(),
                key);
        bare.commit();
        tell(outbid, placed);
        bare.run("insert into bench.entry (event_id, order_id, bytes) values (?, ?, ?)", placed, auction, RECORD);
        bare.commitMade(placed, 2);
    }

    /** What is asked before the auction is locked: the member, the organisation, its control and its licences. */
    private void admit(Bidder bidder) throws SQLException {
        var organisation = bidder.organisation();
        bare.read(
                "select organisation_id, person, member.roles from organisation.member"
                        + " where organisation_id = ? and person = ? and until is null",
                organisation,
                bidder.person());
        bare.read("select * from organisation.organisation where id = ?", organisation);
        bare.read(AUCTION, auction);
        bare.readAll("""
                select controller_id as one, controlled_id as other
                from organisation.control_link
                where state = 'CONFIRMED' and valid_from <= current_date
                  and (valid_to is null or valid_to >= current_date)
                union
                select mine.organisation_id, others.organisation_id
                from organisation.member as mine
                join organisation.member as others
                  on others.person = mine.person and others.organisation_id > mine.organisation_id
                where mine.until is null and others.until is null
                """);
        bare.read("select * from organisation.organisation where id = ?", organisation);
        bare.readAll("""
                select id, kind, number, materials, areas, valid_from, valid_to, state, decided_at
                from organisation.licence
                where organisation_id = ? and state in ('APPROVED', 'IN_REVIEW')
                order by valid_from, id
                """, organisation);
    }

    /** Who was ahead is told. */
    private void tell(Bidder outbid, UUID event) throws SQLException {
        bare.read(AUCTION, auction);
        bare.readAll(
                "select sequence, leader from bench.bid where auction_id = ? and sequence > ? limit 2",
                auction,
                bids - 2);
        bare.readAll("select id, paddle, bidder from auction.deposit where auction_id = ? and paddle = 1", auction);
        bare.readAll("""
                select person from organisation.member
                where organisation_id = ? and until is null and roles && ?::text[]
                """, outbid.organisation(), bare.texts("OWNER", "TRADER"));
        bare.read("select * from messaging.notification_choice where account = ?", outbid.person());
        bare.run("""
                with counted as (
                    insert into messaging.inbox (account, last_sequence) values (?, 1)
                    on conflict (account) do update set last_sequence = inbox.last_sequence + 1
                    returning account, last_sequence)
                insert into messaging.notification (account, sequence, kind, subject, parameters, event_id, at)
                select account, last_sequence, 'AUCTION_OUTBID', ?, ?::jsonb, ?, now() from counted
                """, outbid.person(), auction, BareClient.PAYLOAD, event);
        bare.run("""
                with moved as (
                    insert into messaging.live_position (account, last_sequence) values (?, 1)
                    on conflict (account) do update set last_sequence = live_position.last_sequence + 1
                    returning account, last_sequence)
                insert into messaging.live_event (account, sequence, kind, detail, at)
                select account, last_sequence, 'NOTIFICATION', '{}'::jsonb, now() from moved
                """, outbid.person());
    }
}
