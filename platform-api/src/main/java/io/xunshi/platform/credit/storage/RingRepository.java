package io.xunshi.platform.credit.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.Dealing;
import io.xunshi.platform.credit.domain.FoundRing;
import io.xunshi.platform.credit.domain.TradingRing;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rings as they were last seen. */
@Repository
public class RingRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    RingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether it falls to the caller to look now: of all replicas to one, when nobody has looked since the instant. */
    public Mono<Boolean> claimSearch(Instant unlessSince, Instant now) {
        return database.sql("update credit.ring_search set at = :now where at < :since")
                .bind("now", now)
                .bind("since", unlessSince)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Adds it, or what is new about it. In the caller's transaction. */
    public Mono<Void> keep(TradingRing ring, Instant now) {
        var id = ring.id();
        return database.sql("""
                        insert into credit.ring (id, found_at, seen_at) values (:id, :now, :now)
                        on conflict (id) do update set seen_at = excluded.seen_at
                        """)
                .bind("id", id)
                .bind("now", now)
                .then()
                .then(Mono.defer(() -> Flux.fromIterable(ring.dealings())
                        .concatMap(dealing -> keep(id, dealing))
                        .then()));
    }

    private Mono<Void> keep(UUID ring, Dealing dealing) {
        return database.sql("""
                        insert into credit.ring_dealing (ring_id, giver, taker, trades)
                        values (:ring, :giver, :taker, :trades)
                        on conflict (ring_id, giver, taker) do update set trades = excluded.trades
                        """)
                .bind("ring", ring)
                .bind("giver", dealing.giver().value())
                .bind("taker", dealing.taker().value())
                .bind("trades", dealing.trades())
                .then();
    }

    public Mono<Void> forgetBefore(Instant seenAt) {
        return database.sql("delete from credit.ring where seen_at < :at")
                .bind("at", seenAt)
                .then();
    }

    /** Everybody who was in a ring with the person; every member gives something, or it would be none. */
    public Flux<AccountId> findFellows(AccountId person) {
        return database.sql("""
                        select distinct other.giver
                        from credit.ring_dealing as mine
                        join credit.ring_dealing as other on other.ring_id = mine.ring_id
                        where mine.giver = :person and other.giver <> :person
                        """)
                .bind("person", person.value())
                .map((row, metadata) -> new AccountId(required(row, "giver", UUID.class)))
                .all();
    }

    /** Last seen first. */
    public Flux<FoundRing> findNewest(@Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("""
                        select id, found_at, seen_at
                        from credit.ring
                        where (seen_at, id) < (:at, :id)
                        order by seen_at desc, id desc
                        limit :limit
                        """)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map((row, metadata) -> new FoundRing(
                        required(row, "id", UUID.class),
                        required(row, "found_at", Instant.class),
                        required(row, "seen_at", Instant.class)))
                .all();
    }

    public Flux<Dealing> dealingsOf(UUID ring) {
        return database.sql("""
                        select giver, taker, trades from credit.ring_dealing where ring_id = :ring order by giver, taker
                        """)
                .bind("ring", ring)
                .map((row, metadata) -> dealing(row))
                .all();
    }

    private static Dealing dealing(Readable row) {
        return new Dealing(
                new AccountId(required(row, "giver", UUID.class)),
                new AccountId(required(row, "taker", UUID.class)),
                required(row, "trades", Long.class));
    }
}
