package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.RentalCause;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalDays;
import io.xunshi.platform.order.domain.RentalStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Rentals and their steps. A transition is one conditional statement; whoever comes second moves nothing. */
@Repository
public class RentalRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final Cursor FIRST_DUE = new Cursor(Instant.EPOCH, new UUID(0, 0));
    private static final String COLUMNS = """
            select id, code, state, listing_id, tenant, owner, first_day, last_day, terms, rent_fen, fee_fen, fee_rule, late_fee_fen,
                   damage_fen, snapshot, pickup_code, return_code, code_tries, code_locked_until, deadline, placed_at
            from orders.rental
            """;

    private final DatabaseClient database;

    RentalRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Rental rental) {
        return database.sql("""
                        with placed as (
                            insert into orders.rental
                                (id, code, state, listing_id, tenant, owner, first_day, last_day, terms, rent_fen, fee_fen, fee_rule,
                                 deposit_fen, snapshot, pickup_code, return_code, deadline, placed_at)
                            values (:id, :code, :state, :listing, :tenant, :owner, :first, :last, :terms, :rent, :fee, :rule,
                                    :deposit, :snapshot, :pickup, :return, :deadline, :at)
                            returning id)
                        insert into orders.rental_step (rental_id, number, state, cause, at)
                        select id, 1, :state, :cause, :at from placed
                        """)
                .bind("id", rental.id().value())
                .bind("code", rental.code())
                .bind("state", rental.state().name())
                .bind("listing", rental.listingId())
                .bind("tenant", rental.tenant().value())
                .bind("owner", rental.owner().value())
                .bind("first", rental.days().first())
                .bind("last", rental.days().last())
                .bind("terms", Json.of(JSON.writeValueAsString(rental.terms())))
                .bind("rent", rental.rent().amount())
                .bind("fee", rental.fee().amount())
                .bind("rule", rental.feeRule())
                .bind("deposit", rental.deposit().amount())
                .bind("snapshot", Json.of(JSON.writeValueAsString(rental.snapshot())))
                .bind("pickup", rental.pickupCode())
                .bind("return", rental.returnCode())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, rental.deadline()))
                .bind("at", rental.placedAt())
                .bind("cause", RentalCause.RENTAL_PLACED.name())
                .then();
    }

    /** The rental after the transition; empty where it was not in the first state any more. */
    public Mono<Rental> move(RentalId id, RentalState from, RentalStep step, @Nullable Instant deadline) {
        return database.sql("""
                        with moved as (
                            update orders.rental
                            set state = :to, deadline = :deadline, code_tries = 0, code_locked_until = null
                            where id = :id and state = :from
                            returning id)
                        insert into orders.rental_step (rental_id, number, state, cause, reason, at)
                        select moved.id, 1 + (select max(number) from orders.rental_step where rental_id = moved.id),
                               :to, :cause, :reason, :at
                        from moved
                        """)
                .bind("to", step.state().name())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, deadline))
                .bind("id", id.value())
                .bind("from", from.name())
                .bind("cause", step.cause().name())
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, step.reason()))
                .bind("at", step.at())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(moved -> find(id));
    }

    /** Writes down what the owner gets of the deposit. */
    public Mono<Void> charge(RentalId id, Money lateFee, Money damage) {
        return database.sql("update orders.rental set late_fee_fen = :late, damage_fen = :damage where id = :id")
                .bind("late", lateFee.amount())
                .bind("damage", damage.amount())
                .bind("id", id.value())
                .then();
    }

    public Mono<Rental> find(RentalId id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id.value())
                .map(RentalRepository::rental)
                .one();
    }

    /** Waits for whoever changes it, and keeps it from others until the transaction ends. */
    public Mono<Rental> lock(RentalId id) {
        return database.sql(COLUMNS + "where id = :id for update")
                .bind("id", id.value())
                .map(RentalRepository::rental)
                .one();
    }

    /** Lets it end later and cost more; false where the tenant does not have the thing, or it is late already. */
    public Mono<Boolean> extend(RentalId id, LocalDate lastDay, Money rent, Money fee, Instant deadline) {
        return database.sql("""
                        update orders.rental
                        set last_day = :last, rent_fen = :rent, fee_fen = :fee, deadline = :deadline
                        where id = :id and state = 'HANDED_OVER' and last_day < :last
                        """)
                .bind("last", lastDay)
                .bind("rent", rent.amount())
                .bind("fee", fee.amount())
                .bind("deadline", deadline)
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Rental> findByCode(String code) {
        return database.sql(COLUMNS + "where code = :code")
                .bind("code", code)
                .map(RentalRepository::rental)
                .one();
    }

    /** Newest first. */
    public Flux<Rental> findOf(AccountId person, RentalSide side, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        var column = side == RentalSide.TENANT ? "tenant" : "owner";
        return database.sql(COLUMNS + "where " + column
                        + " = :person and (placed_at, id) < (:at, :id) order by placed_at desc, id desc limit :limit")
                .bind("person", person.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(RentalRepository::rental)
                .all();
    }

    /** On either side, newest first. */
    public Flux<Rental> findOf(AccountId person, int limit) {
        return database.sql(COLUMNS + """
                        where tenant = :person or owner = :person
                        order by placed_at desc, id desc
                        limit :limit
                        """)
                .bind("person", person.value())
                .bind("limit", limit)
                .map(RentalRepository::rental)
                .all();
    }

    /** Newest first. */
    public Flux<Rental> findOfListing(UUID listingId, int limit) {
        return database.sql(COLUMNS + "where listing_id = :listing order by placed_at desc, id desc limit :limit")
                .bind("listing", listingId)
                .bind("limit", limit)
                .map(RentalRepository::rental)
                .all();
    }

    public Flux<Rental> findNewest(int limit) {
        return database.sql(COLUMNS + "order by placed_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map(RentalRepository::rental)
                .all();
    }

    /** Those that wait for an officer, the most urgent first. */
    public Flux<Rental> findContested(@Nullable Cursor after, int limit) {
        var from = after == null ? FIRST_DUE : after;
        return database.sql(COLUMNS + """
                        where state = 'CONTESTED' and (deadline, id) > (:at, :id)
                        order by deadline, id
                        limit :limit
                        """)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(RentalRepository::rental)
                .all();
    }

    public Flux<RentalStep> stepsOf(RentalId id) {
        return database.sql(
                        "select state, at, cause, reason from orders.rental_step where rental_id = :id order by number")
                .bind("id", id.value())
                .map((row, metadata) -> new RentalStep(
                        RentalState.valueOf(required(row, "state", String.class)),
                        required(row, "at", Instant.class),
                        RentalCause.valueOf(required(row, "cause", String.class)),
                        row.get("reason", String.class)))
                .all();
    }

    /** Serialises the placing of rentals by one person until the transaction ends, and counts their unpaid ones. */
    public Mono<Long> countUnpaid(AccountId tenant) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('orders.unpaid rental ' || :tenant, 0))")
                .bind("tenant", tenant.value().toString())
                .then()
                .then(database.sql(
                                "select count(*) as unpaid from orders.rental where tenant = :tenant and state = 'AWAITING_PAYMENT'")
                        .bind("tenant", tenant.value())
                        .map((row, metadata) -> required(row, "unpaid", Long.class))
                        .one());
    }

    public Flux<RentalId> findDue(Instant now, int limit) {
        return database.sql("select id from orders.rental where deadline <= :now order by deadline limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> new RentalId(required(row, "id", UUID.class)))
                .all();
    }

    public Mono<Void> prolong(RentalId id, Instant deadline) {
        return database.sql("update orders.rental set deadline = :deadline where id = :id")
                .bind("deadline", deadline)
                .bind("id", id.value())
                .then();
    }

    public Mono<Void> countWrongCode(RentalId id, int triesMax, Instant lockedUntil) {
        return database.sql("""
                        update orders.rental
                        set code_tries = case when code_tries + 1 >= :max then 0 else code_tries + 1 end,
                            code_locked_until = case when code_tries + 1 >= :max then :until else code_locked_until end
                        where id = :id
                        """)
                .bind("max", triesMax)
                .bind("until", lockedUntil)
                .bind("id", id.value())
                .then();
    }

    private static Rental rental(Readable row) {
        return new Rental(
                new RentalId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                RentalState.valueOf(required(row, "state", String.class)),
                required(row, "listing_id", UUID.class),
                new AccountId(required(row, "tenant", UUID.class)),
                new AccountId(required(row, "owner", UUID.class)),
                new RentalDays(required(row, "first_day", LocalDate.class), required(row, "last_day", LocalDate.class)),
                JSON.readValue(required(row, "terms", String.class), RentalTerms.class),
                Money.fen(required(row, "rent_fen", Long.class)),
                Money.fen(required(row, "fee_fen", Long.class)),
                required(row, "fee_rule", String.class),
                Money.fen(required(row, "late_fee_fen", Long.class)),
                Money.fen(required(row, "damage_fen", Long.class)),
                JSON.readValue(required(row, "snapshot", String.class), OrderSnapshot.class),
                required(row, "pickup_code", String.class),
                required(row, "return_code", String.class),
                required(row, "code_tries", Integer.class),
                row.get("code_locked_until", Instant.class),
                row.get("deadline", Instant.class),
                required(row, "placed_at", Instant.class));
    }
}
