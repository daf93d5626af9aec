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
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.SwapState;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.domain.SwapRing;
import io.xunshi.platform.order.domain.SwapStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Swaps, their parties and their steps. A transition is one conditional statement; whoever comes second moves nothing.
 */
@Repository
public class SwapRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    SwapRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Swap swap) {
        return database.sql("""
                        insert into orders.swap (id, code, state, proposer, note, answers, deadline, proposed_at)
                        values (:id, :code, :state, :proposer, :note, :answers, :deadline, :at)
                        """)
                .bind("id", swap.id().value())
                .bind("code", swap.code())
                .bind("state", swap.state().name())
                .bind("proposer", swap.proposer().value())
                .bind("note", swap.note())
                .bind("answers", Parameters.in(PostgresqlObjectId.UUID, valueOf(swap.answers())))
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, swap.deadline()))
                .bind("at", swap.proposedAt())
                .then()
                .thenMany(Flux.range(1, swap.ring().parties().size()))
                .concatMap(
                        number -> add(swap.id(), number, swap.ring().parties().get(number - 1)))
                .then();
    }

    private Mono<Void> add(SwapId swap, int number, SwapParty party) {
        return database.sql("""
                        insert into orders.swap_party
                            (id, swap_id, number, person, listing_id, pays_fen, fee_fen, fee_rule, snapshot, consented, code)
                        values (:id, :swap, :number, :person, :listing, :pays, :fee, :rule, :snapshot, :consented, :code)
                        """)
                .bind("id", party.id())
                .bind("swap", swap.value())
                .bind("number", number)
                .bind("person", party.person().value())
                .bind("listing", party.listingId())
                .bind("pays", party.pays().amount())
                .bind("fee", party.fee().amount())
                .bind("rule", party.feeRule())
                .bind("snapshot", json(party.thing()))
                .bind("consented", party.consented())
                .bind("code", party.code())
                .then();
    }

    /** False where it was not in the first state any more. */
    public Mono<Boolean> move(SwapId id, SwapState from, SwapState to, @Nullable Instant deadline) {
        return database.sql("update orders.swap set state = :to, deadline = :deadline where id = :id and state = :from")
                .bind("to", to.name())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, deadline))
                .bind("id", id.value())
                .bind("from", from.name())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> addStep(SwapId id, SwapStep step) {
        return database.sql("""
                        insert into orders.swap_step (swap_id, number, state, cause, person, reason, at)
                        select :id, 1 + coalesce(max(number), 0), :state, :cause, :person, :reason, :at
                        from orders.swap_step
                        where swap_id = :id
                        """)
                .bind("id", id.value())
                .bind("state", step.state().name())
                .bind("cause", step.cause().name())
                .bind(
                        "person",
                        Parameters.in(
                                PostgresqlObjectId.UUID,
                                step.by() == null ? null : step.by().value()))
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, step.reason()))
                .bind("at", step.at())
                .then();
    }

    /** Writes down that a party consents, once. */
    public Mono<Boolean> consent(UUID party) {
        return once("update orders.swap_party set consented = true where id = :id and not consented", party);
    }

    /** Writes down that the next has what the party gives, once. */
    public Mono<Boolean> handOver(UUID party) {
        return once(
                "update orders.swap_party set handed_over = true, code_tries = 0 where id = :id and not handed_over",
                party);
    }

    /** Writes down that the party has it back, once. */
    public Mono<Boolean> giveBack(UUID party) {
        return once(
                "update orders.swap_party set returned = true where id = :id and handed_over and not returned", party);
    }

    private Mono<Boolean> once(String change, UUID party) {
        return database.sql(change).bind("id", party).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** What was promised, with the papers of the day of the promise. */
    public Mono<Void> freeze(UUID party, OrderSnapshot thing) {
        return database.sql("update orders.swap_party set snapshot = :snapshot where id = :id")
                .bind("snapshot", json(thing))
                .bind("id", party)
                .then();
    }

    /** A new code: who learned the old one has no use for it any more. */
    public Mono<Void> recode(UUID party, String code) {
        return database.sql("""
                        update orders.swap_party set code = :code, code_tries = 0, code_locked_until = null where id = :id
                        """).bind("code", code).bind("id", party).then();
    }

    public Mono<Void> countWrongCode(UUID party, int triesMax, Instant lockedUntil) {
        return database.sql("""
                        update orders.swap_party
                        set code_tries = case when code_tries + 1 >= :max then 0 else code_tries + 1 end,
                            code_locked_until = case when code_tries + 1 >= :max then :until else code_locked_until end
                        where id = :id
                        """)
                .bind("max", triesMax)
                .bind("until", lockedUntil)
                .bind("id", party)
                .then();
    }

    public Mono<Swap> find(SwapId id) {
        return read("where id = :id", "", spec -> spec.bind("id", id.value())).next();
    }

    /** The swap in which it is a party's id, which is that of their payment. */
    public Mono<Swap> findByParty(UUID party) {
        return read(
                        "where id = (select swap_id from orders.swap_party where id = :party)",
                        "",
                        spec -> spec.bind("party", party))
                .next();
    }

    public Mono<Swap> findByCode(String code) {
        return read("where code = :code", "", spec -> spec.bind("code", code)).next();
    }

    /** Waits for whoever changes it, and keeps it from others until the transaction ends. */
    public Mono<Swap> lock(SwapId id) {
        return database.sql("select id from orders.swap where id = :id for update")
                .bind("id", id.value())
                .map((row, metadata) -> new SwapId(required(row, "id", UUID.class)))
                .one()
                .flatMap(this::find);
    }

    /** Newest first. */
    public Flux<Swap> findOf(AccountId person, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return read(
                "where id in (select swap_id from orders.swap_party where person = :person) and (proposed_at, id) < (:at, :id)",
                "limit :limit",
                spec -> spec.bind("person", person.value())
                        .bind("at", from.at())
                        .bind("id", from.id())
                        .bind("limit", limit));
    }

    /** Those in which a thing is or was to change hands, newest first. */
    public Flux<Swap> findOfListing(UUID listingId, int limit) {
        return read(
                "where id in (select swap_id from orders.swap_party where listing_id = :listing)",
                "limit :limit",
                spec -> spec.bind("listing", listingId).bind("limit", limit));
    }

    public Flux<Swap> findNewest(int limit) {
        return read("", "limit :limit", spec -> spec.bind("limit", limit));
    }

    /** The one that holds a thing, or by which it has changed hands; there is one at most. */
    public Mono<Swap> findAgreedAbout(ListingId listing) {
        return read("""
                        where state in ('AWAITING_PAYMENT', 'COLLECTING', 'AGREED', 'RETURNING', 'SETTLED')
                          and id in (select swap_id from orders.swap_party where listing_id = :listing)
                        """, "", spec -> spec.bind("listing", listing.value())).next();
    }

    /** Unanswered proposals about a thing. */
    public Flux<SwapId> findProposedAbout(ListingId listing) {
        return database.sql("""
                        select swap.id
                        from orders.swap
                        join orders.swap_party on swap_party.swap_id = swap.id
                        where listing_id = :listing and state = 'PROPOSED'
                        order by swap.id
                        """)
                .bind("listing", listing.value())
                .map((row, metadata) -> new SwapId(required(row, "id", UUID.class)))
                .all();
    }

    /** Oldest first. */
    public Flux<SwapStep> stepsOf(SwapId id) {
        return database.sql("""
                        select state, at, cause, person, reason from orders.swap_step where swap_id = :id order by number
                        """)
                .bind("id", id.value())
                .map((row, metadata) -> new SwapStep(
                        SwapState.valueOf(required(row, "state", String.class)),
                        required(row, "at", Instant.class),
                        SwapCause.valueOf(required(row, "cause", String.class)),
                        person(row.get("person", UUID.class)),
                        row.get("reason", String.class)))
                .all();
    }

    /** Serialises the proposals of one person until the transaction ends, and counts those of theirs that wait. */
    public Mono<Long> countWaitingOf(AccountId proposer) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('orders.swap of ' || :proposer, 0))")
                .bind("proposer", proposer.value().toString())
                .then()
                .then(database.sql(
                                "select count(*) as waiting from orders.swap where proposer = :proposer and state = 'PROPOSED'")
                        .bind("proposer", proposer.value())
                        .map((row, metadata) -> required(row, "waiting", Long.class))
                        .one());
    }

    /** How often somebody has asked for a thing since. */
    public Mono<Long> countAsked(AccountId proposer, ListingId listing, Instant since) {
        return database.sql("""
                        select count(*) as asked
                        from orders.swap
                        join orders.swap_party on swap_party.swap_id = swap.id
                        where proposer = :proposer and listing_id = :listing and person <> :proposer and proposed_at > :since
                        """)
                .bind("proposer", proposer.value())
                .bind("listing", listing.value())
                .bind("since", since)
                .map((row, metadata) -> required(row, "asked", Long.class))
                .one();
    }

    public Flux<SwapId> findDue(Instant now, int limit) {
        return database.sql("select id from orders.swap where deadline <= :now order by deadline limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> new SwapId(required(row, "id", UUID.class)))
                .all();
    }

    public Mono<Void> prolong(SwapId id, Instant deadline) {
        return database.sql("update orders.swap set deadline = :deadline where id = :id")
                .bind("deadline", deadline)
                .bind("id", id.value())
                .then();
    }

    private Flux<Swap> read(String where, String limit, UnaryOperator<GenericExecuteSpec> bound) {
        return bound.apply(database.sql("""
                        with found as (
                            select id, code, state, proposer, note, answers, deadline, proposed_at
                            from orders.swap
                            %s
                            order by proposed_at desc, id desc
                            %s)
                        select found.id, found.code, state, proposer, note, answers, deadline, proposed_at,
                               party.id as party, person, listing_id, pays_fen, fee_fen, fee_rule, snapshot, consented,
                               handed_over, returned, party.code as party_code, code_tries, code_locked_until
                        from found
                        join orders.swap_party party on party.swap_id = found.id
                        order by proposed_at desc, found.id desc, number
                        """.formatted(where, limit)))
                .map(Row::of)
                .all()
                .bufferUntilChanged(row -> row.swap().id())
                .map(SwapRepository::swap);
    }

    private static Swap swap(List<Row> rows) {
        var head = rows.getFirst().swap();
        return new Swap(
                head.id(),
                head.code(),
                head.state(),
                new SwapRing(rows.stream().map(Row::party).toList()),
                head.proposer(),
                head.note(),
                head.answers(),
                head.deadline(),
                head.proposedAt());
    }

    private static @Nullable AccountId person(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
    }

    private static @Nullable UUID valueOf(@Nullable SwapId id) {
        return id == null ? null : id.value();
    }

    private static Json json(OrderSnapshot thing) {
        return Json.of(JSON.writeValueAsString(thing));
    }

    /** A swap beside one of its parties. */
    private record Row(Head swap, SwapParty party) {

        static Row of(Readable row) {
            var answers = row.get("answers", UUID.class);
            return new Row(
                    new Head(
                            new SwapId(required(row, "id", UUID.class)),
                            required(row, "code", String.class),
                            SwapState.valueOf(required(row, "state", String.class)),
                            new AccountId(required(row, "proposer", UUID.class)),
                            required(row, "note", String.class),
                            answers == null ? null : new SwapId(answers),
                            row.get("deadline", Instant.class),
                            required(row, "proposed_at", Instant.class)),
                    new SwapParty(
                            required(row, "party", UUID.class),
                            new AccountId(required(row, "person", UUID.class)),
                            required(row, "listing_id", UUID.class),
                            Money.fen(required(row, "pays_fen", Long.class)),
                            Money.fen(required(row, "fee_fen", Long.class)),
                            required(row, "fee_rule", String.class),
                            JSON.readValue(required(row, "snapshot", String.class), OrderSnapshot.class),
                            required(row, "consented", Boolean.class),
                            required(row, "handed_over", Boolean.class),
                            required(row, "returned", Boolean.class),
                            required(row, "party_code", String.class),
                            required(row, "code_tries", Integer.class),
                            row.get("code_locked_until", Instant.class)));
        }
    }

    private record Head(
            SwapId id,
            String code,
            SwapState state,
            AccountId proposer,
            String note,
            @Nullable SwapId answers,
            @Nullable Instant deadline,
            Instant proposedAt) {}
}
