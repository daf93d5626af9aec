package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.audit.ConductRecords;
import io.xunshi.platform.audit.Dealing;
import io.xunshi.platform.audit.Deed;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/**
 * What people did in purchases, rentals, gifts and swaps. Nothing is kept for it: the steps are there already, and what
 * is counted from them cannot disagree with them.
 */
@Repository
class ConductRepository implements ConductRecords {
    /** Whoever calls a purchase off that nobody has paid breaks nothing. */
    private static final String PURCHASES = """
            select 'PURCHASE' as kind, trade.id, trade.code, deed.name as deed,
                   case trade.seller when :person then trade.buyer else trade.seller end as counterparty,
                   null::smallint as rating, step.at
            from orders.purchase as trade
            join orders.step on step.order_id = trade.id
            cross join lateral (select case
                when step.state = 'COMPLETED' and step.cause <> 'DISPUTE_ENDED' then 'KEPT'
                when step.cause = 'NOT_PAID_IN_TIME' and trade.buyer = :person then 'LEFT_UNPAID'
                when step.cause in ('SELLER_CANCELLED', 'NOT_HANDED_OVER_IN_TIME', 'NOT_SHIPPED_IN_TIME')
                     and trade.seller = :person
                     and exists (select from orders.step as paid
                                 where paid.order_id = trade.id and paid.state in ('PAID', 'AWAITING_SHIPMENT'))
                     then 'BROKEN' end as name) as deed
            where (trade.buyer = :person or trade.seller = :person) and deed.name is not null
            """;

    private static final String DISPUTES = """
            select 'PURCHASE', trade.id, trade.code, 'DISPUTE_LOST',
                   case trade.seller when :person then trade.buyer else trade.seller end,
                   null::smallint, (select max(step.at) from orders.dispute_step as step where step.dispute_id = dispute.id)
            from orders.dispute
            join orders.purchase as trade on trade.id = dispute.order_id
            where trade.seller = :person and dispute.winner = 'BUYER' or trade.buyer = :person and dispute.winner = 'SELLER'
            """;

    private static final String REVIEWS = """
            select 'PURCHASE', trade.id, trade.code, 'RATED', review.author, review.rating, review.reveals_at
            from orders.review
            join orders.purchase as trade on trade.id = review.order_id
            where review.about = :person
            """;

    /** What came back late was kept as promised in nothing else, so it counts once. */
    private static final String RENTALS = """
            select 'RENTAL', trade.id, trade.code, deed.name,
                   case trade.owner when :person then trade.tenant else trade.owner end, null::smallint, step.at
            from orders.rental as trade
            join orders.rental_step as step on step.rental_id = trade.id
            cross join lateral (select case
                when step.state = 'SETTLED' and trade.owner = :person then 'KEPT'
                when step.state = 'SETTLED' and trade.late_fee_fen > 0 then 'RETURNED_LATE'
                when step.state = 'SETTLED'
                     and not exists (select from orders.rental_step as earlier
                                     where earlier.rental_id = trade.id and earlier.cause = 'NEVER_BROUGHT_BACK') then 'KEPT'
                when step.cause = 'NEVER_BROUGHT_BACK' and trade.tenant = :person then 'NEVER_RETURNED'
                when step.cause = 'NOT_FETCHED_IN_TIME' and trade.tenant = :person then 'NOT_FETCHED'
                when step.cause = 'NOT_PAID_IN_TIME' and trade.tenant = :person then 'LEFT_UNPAID'
                when step.cause = 'OWNER_CANCELLED' and trade.owner = :person
                     and exists (select from orders.rental_step as paid
                                 where paid.rental_id = trade.id and paid.state = 'PAID') then 'BROKEN' end as name) as deed
            where (trade.tenant = :person or trade.owner = :person) and deed.name is not null
            """;

    /** The person's own first: a condition on either of two tables would look through all gifts. */
    private static final String GIFTS = """
            select 'GIFT', trade.id, trade.code, deed.name,
                   case ask.asker when :person then trade.giver else ask.asker end, null::smallint, ask.settled_at
            from (select id from orders.gift where giver = :person
                  union select gift_id from orders.gift_ask where asker = :person) as mine
            join orders.gift as trade on trade.id = mine.id
            join orders.gift_ask as ask on ask.gift_id = trade.id
            cross join lateral (select case
                when ask.state = 'RECEIVED' then 'KEPT'
                when ask.state = 'NO_SHOW' and ask.asker = :person then 'NOT_FETCHED'
                when ask.state = 'BROKEN' and trade.giver = :person then 'BROKEN' end as name) as deed
            where (trade.giver = :person or ask.asker = :person) and deed.name is not null
            """;

    /** Of three that swap, the next one stands for both others. */
    private static final String SWAPS = """
            select 'SWAP', trade.id, trade.code, deed.name,
                   (select person from orders.swap_party as other
                    where other.swap_id = trade.id and other.person <> :person order by number limit 1),
                   null::smallint, step.at
            from orders.swap_party as mine
            join orders.swap as trade on trade.id = mine.swap_id
            join orders.swap_step as step on step.swap_id = trade.id
            cross join lateral (select case
                when step.state = 'SETTLED' then 'KEPT'
                when step.cause = 'NOT_PAID_IN_TIME' and mine.pays_fen > 0 then 'LEFT_UNPAID'
                when step.cause = 'NOT_HANDED_OVER_IN_TIME' and not mine.handed_over then 'BROKEN'
                when step.cause = 'PARTY_CANCELLED' and step.person = :person then 'BROKEN' end as name) as deed
            where mine.person = :person and deed.name is not null
            """;

    private static final String CONDUCT =
            String.join(" union all ", PURCHASES, DISPUTES, REVIEWS, RENTALS, GIFTS, SWAPS);

    private final DatabaseClient database;

    ConductRepository(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Conduct> of(AccountId person, Instant after, Instant until, int limit) {
        return database.sql("select * from (" + CONDUCT + """
                        ) as conduct
                        where at > :after and at <= :until
                        order by at desc, id, deed
                        limit :limit
                        """)
                .bind("person", person.value())
                .bind("after", after)
                .bind("until", until)
                .bind("limit", limit)
                .map((row, metadata) -> conduct(row))
                .all();
    }

    @Override
    public Flux<Dealing> dealingsSince(Instant since) {
        return database.sql("""
                        select giver, taker, count(*) as trades
                        from (select seller as giver, buyer as taker
                              from orders.purchase
                              where state = 'COMPLETED' and placed_at >= :since
                              union all
                              select giver, asker
                              from orders.gift_ask
                              join orders.gift on gift.id = gift_ask.gift_id
                              where gift_ask.state = 'RECEIVED' and settled_at >= :since) as dealing
                        group by giver, taker
                        """)
                .bind("since", since)
                .map((row, metadata) -> new Dealing(
                        new AccountId(required(row, "giver", UUID.class)),
                        new AccountId(required(row, "taker", UUID.class)),
                        required(row, "trades", Long.class)))
                .all();
    }

    private static Conduct conduct(Readable row) {
        var rating = row.get("rating", Short.class);
        return new Conduct(
                required(row, "id", UUID.class),
                TradeKind.valueOf(required(row, "kind", String.class)),
                required(row, "code", String.class),
                Deed.valueOf(required(row, "deed", String.class)),
                new AccountId(required(row, "counterparty", UUID.class)),
                rating == null ? null : rating.intValue(),
                required(row, "at", Instant.class));
    }
}
