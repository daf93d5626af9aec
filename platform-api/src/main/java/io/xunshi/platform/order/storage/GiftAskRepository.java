package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.domain.GiftRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who asks for which gift. All but {@link #add} is called by whoever holds the gift's row. */
@Repository
public class GiftAskRepository {
    private static final String COLUMNS = "id, asker, state, note, ticket, place, pickup_code, asked_at, objection";

    private final DatabaseClient database;

    GiftAskRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Counts and stores an ask, if the gift takes asks at this moment: the moment is compared and the ask stored by one
     * statement, which waits for whoever closes the window and then finds it closed. The first ask starts the clock.
     */
    public Mono<Taken> add(GiftId gift, GiftAsk ask, int asksMax) {
        return database.sql("""
                        with taken as (
                            update orders.gift
                            set asks = asks + 1,
                                closes_at = case
                                    when choice = 'FIRST_COME' then null
                                    else coalesce(closes_at, :now::timestamptz + make_interval(hours => window_hours)) end,
                                deadline = case
                                    when choice = 'FIRST_COME' then deadline
                                    else coalesce(closes_at, :now::timestamptz + make_interval(hours => window_hours)) end
                            where id = :gift and asks < :max
                              and case
                                      when choice = 'FIRST_COME' then state in ('OPEN', 'PROMISED')
                                      else state = 'OPEN' and (closes_at is null or closes_at > :now)
                                  end
                            returning id, asks, choice),
                        added as (
                            insert into orders.gift_ask (id, gift_id, asker, state, note, ticket, place, pickup_code, asked_at)
                            select :id, taken.id, :asker, 'WAITING', :note, :ticket,
                                   case when choice = 'FIRST_COME' then asks end, :code, :now
                            from taken
                            on conflict do nothing
                            returning id)
                        select coalesce((select asks from taken), 0) as number, exists (select from added) as is_added
                        """)
                .bind("now", ask.askedAt())
                .bind("gift", gift.value())
                .bind("max", asksMax)
                .bind("id", ask.id())
                .bind("asker", ask.asker().value())
                .bind("note", ask.note())
                .bind("ticket", ask.ticket())
                .bind("code", ask.pickupCode())
                .map((row, metadata) ->
                        new Taken(required(row, "number", Integer.class), required(row, "is_added", Boolean.class)))
                .one();
    }

    /** Serialises the asking of one person until the transaction ends, and counts what they asked for since. */
    public Mono<Long> countSince(AccountId asker, Instant since) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('orders.gift ask ' || :asker, 0))")
                .bind("asker", asker.value().toString())
                .then()
                .then(database.sql(
                                "select count(*) as asks from orders.gift_ask where asker = :asker and asked_at > :since")
                        .bind("asker", asker.value())
                        .bind("since", since)
                        .map((row, metadata) -> required(row, "asks", Long.class))
                        .one());
    }

    /** Promises the thing to the next in line; empty where nobody is. */
    public Mono<GiftAsk> promiseNext(GiftId gift) {
        return database.sql("""
                        update orders.gift_ask
                        set state = 'PROMISED'
                        where id = (
                            select id from orders.gift_ask
                            where gift_id = :gift and state = 'WAITING' and place is not null
                            order by place
                            limit 1)
                        returning\s""" + COLUMNS)
                .bind("gift", gift.value())
                .map(GiftAskRepository::ask)
                .one();
    }

    /** Ends the promise, or the asking, of one; empty where it stands otherwise. */
    public Mono<GiftAsk> move(UUID id, GiftAskState from, GiftAskState to, Instant now) {
        return database.sql("""
                        update orders.gift_ask set state = :to, settled_at = :now where id = :id and state = :from
                        returning\s""" + COLUMNS)
                .bind("to", to.name())
                .bind("now", now)
                .bind("id", id)
                .bind("from", from.name())
                .map(GiftAskRepository::ask)
                .one();
    }

    /** Puts those who wait into the order given, the first at place 1; how many of them do wait. */
    public Mono<Long> line(GiftId gift, List<UUID> inOrder) {
        return database.sql("""
                        update orders.gift_ask
                        set place = line.place
                        from unnest(:ids) with ordinality as line (id, place)
                        where gift_ask.id = line.id and gift_id = :gift and state = 'WAITING'
                        """)
                .bind("ids", inOrder.toArray(UUID[]::new))
                .bind("gift", gift.value())
                .fetch()
                .rowsUpdated();
    }

    /** Tells all who still wait that they do so in vain; who they were, in the order of their asking. */
    public Flux<AccountId> passAll(GiftId gift, Instant now) {
        return database.sql("""
                        with passed as (
                            update orders.gift_ask set state = 'PASSED', settled_at = :now
                            where gift_id = :gift and state = 'WAITING'
                            returning asker, asked_at)
                        select asker from passed order by asked_at, asker
                        """)
                .bind("now", now)
                .bind("gift", gift.value())
                .map((row, metadata) -> new AccountId(required(row, "asker", UUID.class)))
                .all();
    }

    /** False where there is nothing to contradict, or it was contradicted before. */
    public Mono<Boolean> contest(GiftId gift, AccountId asker, String words) {
        return database.sql("""
                        update orders.gift_ask
                        set objection = :words
                        where gift_id = :gift and asker = :asker and state = 'NO_SHOW' and objection is null
                        """)
                .bind("words", words)
                .bind("gift", gift.value())
                .bind("asker", asker.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** In the order of asking; those who took their asking back are not among them. */
    public Flux<GiftAsk> findAll(GiftId gift) {
        return database.sql("select " + COLUMNS + """
                         from orders.gift_ask where gift_id = :gift and state <> 'WITHDRAWN' order by asked_at, id
                        """)
                .bind("gift", gift.value())
                .map(GiftAskRepository::ask)
                .all();
    }

    /** A person's last asking for it, taken back or not. */
    public Mono<GiftAsk> findOf(GiftId gift, AccountId asker) {
        return database.sql("select " + COLUMNS + """
                         from orders.gift_ask where gift_id = :gift and asker = :asker order by asked_at desc, id desc limit 1
                        """)
                .bind("gift", gift.value())
                .bind("asker", asker.value())
                .map(GiftAskRepository::ask)
                .one();
    }

    public Mono<GiftAsk> findPromised(GiftId gift) {
        return database.sql("select " + COLUMNS + " from orders.gift_ask where gift_id = :gift and state = 'PROMISED'")
                .bind("gift", gift.value())
                .map(GiftAskRepository::ask)
                .one();
    }

    /** Who has the thing or the promise of it. */
    public Mono<GiftAsk> findReceiver(GiftId gift) {
        return database.sql("select " + COLUMNS
                        + " from orders.gift_ask where gift_id = :gift and state in ('PROMISED', 'RECEIVED')")
                .bind("gift", gift.value())
                .map(GiftAskRepository::ask)
                .one();
    }

    /** Who waits or has a promise. */
    public Mono<Long> countOpen(GiftId gift) {
        return count(gift, "state in ('WAITING', 'PROMISED')");
    }

    public Mono<Long> countWaiting(GiftId gift) {
        return count(gift, "state = 'WAITING'");
    }

    /** What was drawn from and in what order, also of those who have taken their asking back since. */
    public Flux<String> drawnTickets(GiftId gift) {
        return database.sql(
                        "select ticket from orders.gift_ask where gift_id = :gift and place is not null order by place")
                .bind("gift", gift.value())
                .map((row, metadata) -> required(row, "ticket", String.class))
                .all();
    }

    /** What is known of people's giving and taking; of whom nothing is, there is no row. */
    public Mono<Map<AccountId, GiftRecord>> recordsOf(Collection<AccountId> people, Instant since) {
        return database.sql("""
                        select person,
                               coalesce(sum(given), 0)::bigint as given, coalesce(sum(broken), 0)::bigint as broken,
                               coalesce(sum(received), 0)::bigint as received, coalesce(sum(no_shows), 0)::bigint as no_shows,
                               coalesce(sum(contested), 0)::bigint as contested
                        from (
                            select giver as person,
                                   count(*) filter (where gift_ask.state = 'RECEIVED') as given,
                                   count(*) filter (where gift_ask.state = 'BROKEN') as broken,
                                   0 as received, 0 as no_shows, 0 as contested
                            from orders.gift join orders.gift_ask on gift_ask.gift_id = gift.id
                            where giver = any(:people) and settled_at > :since
                            group by giver
                            union all
                            select asker, 0, 0,
                                   count(*) filter (where state = 'RECEIVED'),
                                   count(*) filter (where state = 'NO_SHOW'),
                                   count(*) filter (where state = 'NO_SHOW' and objection is not null)
                            from orders.gift_ask
                            where asker = any(:people) and settled_at > :since
                            group by asker) counted
                        group by person
                        """)
                .bind("people", people.stream().map(AccountId::value).toArray(UUID[]::new))
                .bind("since", since)
                .map((row, metadata) -> Map.entry(
                        new AccountId(required(row, "person", UUID.class)),
                        new GiftRecord(
                                required(row, "given", Long.class),
                                required(row, "broken", Long.class),
                                required(row, "received", Long.class),
                                required(row, "no_shows", Long.class),
                                required(row, "contested", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Long> count(GiftId gift, String which) {
        return database.sql("select count(*) as asks from orders.gift_ask where gift_id = :gift and " + which)
                .bind("gift", gift.value())
                .map((row, metadata) -> required(row, "asks", Long.class))
                .one();
    }

    private static GiftAsk ask(Readable row) {
        return new GiftAsk(
                required(row, "id", UUID.class),
                new AccountId(required(row, "asker", UUID.class)),
                GiftAskState.valueOf(required(row, "state", String.class)),
                required(row, "note", String.class),
                required(row, "ticket", String.class),
                row.get("place", Integer.class),
                required(row, "pickup_code", String.class),
                required(row, "asked_at", Instant.class),
                row.get("objection", String.class));
    }

    /**
     * @param number how many have asked with this one; 0 where the gift takes no more
     * @param isAdded false where the person has asked before
     */
    public record Taken(int number, boolean isAdded) {}
}
