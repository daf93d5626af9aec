package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.GiftSide;
import io.xunshi.platform.order.GiftState;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.domain.GiftStep;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Rounds of giving things away, and their steps. Who changes one locks its row first. */
@Repository
public class GiftRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            select id, code, state, listing_id, giver, choice, window_hours, pickup_hours, seed, asks, closes_at, drawn_at, snapshot,
                   code_locked_until, deadline, opened_at
            from orders.gift
            """;

    private final DatabaseClient database;

    GiftRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Does nothing where another round over the listing is open. */
    public Mono<Void> open(Gift gift) {
        return database.sql("""
                        with opened as (
                            insert into orders.gift
                                (id, code, state, listing_id, giver, choice, window_hours, pickup_hours, seed, opened_at)
                            values (:id, :code, 'OPEN', :listing, :giver, :choice, :window, :pickup, :seed, :at)
                            on conflict do nothing
                            returning id)
                        insert into orders.gift_step (gift_id, number, state, cause, at)
                        select id, 1, 'OPEN', :cause, :at from opened
                        """)
                .bind("id", gift.id().value())
                .bind("code", gift.code())
                .bind("listing", gift.listing().value())
                .bind("giver", gift.giver().value())
                .bind("choice", gift.terms().choice().name())
                .bind("window", gift.terms().windowHours())
                .bind("pickup", gift.terms().pickupHours())
                .bind("seed", gift.seed())
                .bind("at", gift.openedAt())
                .bind("cause", GiftCause.OFFERED.name())
                .then();
    }

    /** Takes over other terms as long as nobody has asked. */
    public Mono<Void> retune(GiftId id, GiftTerms terms) {
        return database.sql("""
                        update orders.gift
                        set choice = :choice, window_hours = :window, pickup_hours = :pickup
                        where id = :id and state = 'OPEN' and asks = 0
                        """)
                .bind("choice", terms.choice().name())
                .bind("window", terms.windowHours())
                .bind("pickup", terms.pickupHours())
                .bind("id", id.value())
                .then();
    }

    /** As it is after the transition; the caller holds its row. */
    public Mono<Gift> move(GiftId id, GiftStep step, @Nullable Instant deadline) {
        return database.sql("""
                        with moved as (
                            update orders.gift
                            set state = :to, deadline = :deadline, code_tries = 0, code_locked_until = null,
                                closes_at = case when closes_at > :at then :at else closes_at end
                            where id = :id
                            returning id)
                        insert into orders.gift_step (gift_id, number, state, cause, words, at)
                        select moved.id, 1 + (select max(number) from orders.gift_step where gift_id = moved.id),
                               :to, :cause, :words, :at
                        from moved
                        """)
                .bind("to", step.state().name())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, deadline))
                .bind("id", id.value())
                .bind("cause", step.cause().name())
                .bind("words", Parameters.in(R2dbcType.VARCHAR, step.words()))
                .bind("at", step.at())
                .then()
                .then(find(id));
    }

    /** Nobody asks any more: the next one who does starts the clock again. */
    public Mono<Void> stopClock(GiftId id) {
        return database.sql(
                        "update orders.gift set closes_at = null, deadline = null where id = :id and state = 'OPEN'")
                .bind("id", id.value())
                .then();
    }

    public Mono<Void> markDrawn(GiftId id, Instant now) {
        return database.sql("update orders.gift set drawn_at = :now where id = :id")
                .bind("now", now)
                .bind("id", id.value())
                .then();
    }

    public Mono<Void> keepSnapshot(GiftId id, OrderSnapshot snapshot) {
        return database.sql("update orders.gift set snapshot = :snapshot where id = :id")
                .bind("snapshot", Json.of(JSON.writeValueAsString(snapshot)))
                .bind("id", id.value())
                .then();
    }

    public Mono<Gift> find(GiftId id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id.value())
                .map(GiftRepository::gift)
                .one();
    }

    /** Waits for whoever changes it, and keeps it from others until the transaction ends. */
    public Mono<Gift> lock(GiftId id) {
        return database.sql(COLUMNS + "where id = :id for update")
                .bind("id", id.value())
                .map(GiftRepository::gift)
                .one();
    }

    public Mono<Gift> findByCode(String code) {
        return database.sql(COLUMNS + "where code = :code")
                .bind("code", code)
                .map(GiftRepository::gift)
                .one();
    }

    /** The newest round over the listing. */
    public Mono<Gift> findOf(ListingId listing) {
        return database.sql(COLUMNS + "where listing_id = :listing order by opened_at desc, id desc limit 1")
                .bind("listing", listing.value())
                .map(GiftRepository::gift)
                .one();
    }

    /** Newest first. */
    public Flux<Gift> findOf(AccountId person, GiftSide side, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        var whose = switch (side) {
            case GIVER -> "giver = :person";
            case ASKER -> "id in (select gift_id from orders.gift_ask where asker = :person and state <> 'WITHDRAWN')";
        };
        return database.sql(COLUMNS + "where " + whose
                        + " and (opened_at, id) < (:at, :id) order by opened_at desc, id desc limit :limit")
                .bind("person", person.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(GiftRepository::gift)
                .all();
    }

    /** Those in which something was promised by or to the person, newest first. */
    public Flux<Gift> findPromisedOf(AccountId person, int limit) {
        return database.sql(COLUMNS + """
                        where snapshot is not null
                          and (giver = :person or id in (
                              select gift_id from orders.gift_ask
                              where asker = :person and state not in ('WAITING', 'WITHDRAWN', 'PASSED')))
                        order by opened_at desc, id desc
                        limit :limit
                        """)
                .bind("person", person.value())
                .bind("limit", limit)
                .map(GiftRepository::gift)
                .all();
    }

    /** Rounds over the listing in which it was promised, newest first. */
    public Flux<Gift> findPromisedOfListing(UUID listingId, int limit) {
        return database.sql(COLUMNS + """
                        where snapshot is not null and listing_id = :listing
                        order by opened_at desc, id desc
                        limit :limit
                        """)
                .bind("listing", listingId)
                .bind("limit", limit)
                .map(GiftRepository::gift)
                .all();
    }

    /** Those in which something was promised, newest first. */
    public Flux<Gift> findPromised(int limit) {
        return database.sql(COLUMNS + "where snapshot is not null order by opened_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map(GiftRepository::gift)
                .all();
    }

    public Flux<GiftStep> stepsOf(GiftId id) {
        return database.sql("select state, at, cause, words from orders.gift_step where gift_id = :id order by number")
                .bind("id", id.value())
                .map((row, metadata) -> new GiftStep(
                        GiftState.valueOf(required(row, "state", String.class)),
                        required(row, "at", Instant.class),
                        GiftCause.valueOf(required(row, "cause", String.class)),
                        row.get("words", String.class)))
                .all();
    }

    public Flux<GiftId> findDue(Instant now, int limit) {
        return database.sql("select id from orders.gift where deadline <= :now order by deadline limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> new GiftId(required(row, "id", UUID.class)))
                .all();
    }

    public Mono<Void> countWrongCode(GiftId id, int triesMax, Instant lockedUntil) {
        return database.sql("""
                        update orders.gift
                        set code_tries = case when code_tries + 1 >= :max then 0 else code_tries + 1 end,
                            code_locked_until = case when code_tries + 1 >= :max then :until else code_locked_until end
                        where id = :id
                        """)
                .bind("max", triesMax)
                .bind("until", lockedUntil)
                .bind("id", id.value())
                .then();
    }

    private static Gift gift(Readable row) {
        var snapshot = row.get("snapshot", String.class);
        return new Gift(
                new GiftId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                GiftState.valueOf(required(row, "state", String.class)),
                new ListingId(required(row, "listing_id", UUID.class)),
                new AccountId(required(row, "giver", UUID.class)),
                new GiftTerms(
                        GiftChoice.valueOf(required(row, "choice", String.class)),
                        required(row, "window_hours", Integer.class),
                        required(row, "pickup_hours", Integer.class)),
                required(row, "seed", String.class),
                required(row, "asks", Integer.class),
                row.get("closes_at", Instant.class),
                row.get("drawn_at", Instant.class),
                snapshot == null ? null : JSON.readValue(snapshot, OrderSnapshot.class),
                row.get("code_locked_until", Instant.class),
                row.get("deadline", Instant.class),
                required(row, "opened_at", Instant.class));
    }
}
