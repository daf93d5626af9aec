package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.fulfilment.domain.Umpire;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far performances are, and the steps that they took. Who changes anything of one locks its row first. */
@Repository
public class FulfilmentRepository {
    private static final String SELECT = """
            select deal, seller, buyer, state, cause, signed_at, since, deadline, all_dispatched, umpire_by_seller,
                   umpire_by_buyer, umpire_by_office, advance_fen
            from fulfilment.fulfilment
            """;

    private final DatabaseClient database;

    FulfilmentRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where it has begun already. */
    public Mono<Fulfilment> add(Fulfilment begun) {
        return database.sql("""
                        insert into fulfilment.fulfilment
                            (deal, seller, buyer, state, cause, signed_at, since, deadline)
                        values (:deal, :seller, :buyer, :state, :cause, :signedAt, :since, :deadline)
                        on conflict do nothing
                        """)
                .bind("deal", begun.deal().value())
                .bind("seller", begun.seller().value())
                .bind("buyer", begun.buyer().value())
                .bind("state", begun.state().name())
                .bind("cause", begun.cause().name())
                .bind("signedAt", begun.signedAt())
                .bind("since", begun.since())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, begun.deadline()))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(row -> begun)
                .delayUntil(this::addStep);
    }

    /** With the step that it took; the caller has locked it. */
    public Mono<Fulfilment> move(Fulfilment moved) {
        return save(moved).delayUntil(this::addStep);
    }

    /** What can change of it; the caller has locked it. */
    public Mono<Fulfilment> save(Fulfilment changed) {
        var umpire = changed.umpire();
        return database.sql("""
                        update fulfilment.fulfilment
                        set state = :state, cause = :cause, since = :since, deadline = :deadline,
                            all_dispatched = :allDispatched, umpire_by_seller = :bySeller, umpire_by_buyer = :byBuyer,
                            umpire_by_office = :byOffice, advance_fen = :advance
                        where deal = :deal
                        """)
                .bind("state", changed.state().name())
                .bind("cause", changed.cause().name())
                .bind("since", changed.since())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, changed.deadline()))
                .bind("allDispatched", changed.allDispatched())
                .bind("bySeller", Parameters.in(R2dbcType.VARCHAR, umpire.bySeller()))
                .bind("byBuyer", Parameters.in(R2dbcType.VARCHAR, umpire.byBuyer()))
                .bind("advance", changed.advanceFen())
                .bind("byOffice", Parameters.in(R2dbcType.VARCHAR, umpire.byOfficer()))
                .bind("deal", changed.deal().value())
                .then()
                .thenReturn(changed);
    }

    public Mono<Fulfilment> find(DealId deal) {
        return one("where deal = :deal", deal);
    }

    /** With its row locked until the end of the caller's transaction. */
    public Mono<Fulfilment> lock(DealId deal) {
        return one("where deal = :deal for update", deal);
    }

    /** Whose time is up, the longest waiting first. */
    public Flux<DealId> findDue(Instant now, int limit) {
        return database.sql("""
                        select deal from fulfilment.fulfilment where deadline <= :now order by deadline limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(FulfilmentRepository::deal)
                .all();
    }

    /** Those that an organisation has something to weigh or to count of, on either side; the last moved first. */
    public Flux<Fulfilment> findToWeigh(OrganisationId organisation, int limit) {
        return database.sql(SELECT + """
                        where (seller = :organisation or buyer = :organisation) and state = 'DISPATCHED'
                        order by since desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("limit", limit)
                .map(FulfilmentRepository::fulfilment)
                .all();
    }

    /** Those in which an officer has to decide or to name an umpire, the longest waiting first. */
    public Flux<Fulfilment> findForOfficers(int limit) {
        return database.sql(SELECT + """
                        where state = 'DISPUTED'
                           or state = 'CLAIMED' and exists (
                               select from fulfilment.claim where claim.deal = fulfilment.deal and claim.state = 'ESCALATED')
                        order by since
                        limit :limit
                        """)
                .bind("limit", limit)
                .map(FulfilmentRepository::fulfilment)
                .all();
    }

    private Mono<Fulfilment> one(String which, DealId deal) {
        return database.sql(SELECT + which)
                .bind("deal", deal.value())
                .map(FulfilmentRepository::fulfilment)
                .one();
    }

    private Mono<Void> addStep(Fulfilment moved) {
        return database.sql("""
                        insert into fulfilment.step (deal, number, state, cause, at)
                        select :deal, count(*) + 1, :state, :cause, :at from fulfilment.step where deal = :deal
                        """)
                .bind("deal", moved.deal().value())
                .bind("state", moved.state().name())
                .bind("cause", moved.cause().name())
                .bind("at", moved.since())
                .then();
    }

    private static DealId deal(Readable row) {
        return new DealId(required(row, "deal", UUID.class));
    }

    private static Fulfilment fulfilment(Readable row) {
        return new Fulfilment(
                deal(row),
                new OrganisationId(required(row, "seller", UUID.class)),
                new OrganisationId(required(row, "buyer", UUID.class)),
                FulfilmentState.valueOf(required(row, "state", String.class)),
                FulfilmentCause.valueOf(required(row, "cause", String.class)),
                required(row, "signed_at", Instant.class),
                required(row, "since", Instant.class),
                row.get("deadline", Instant.class),
                required(row, "all_dispatched", Boolean.class),
                new Umpire(
                        row.get("umpire_by_seller", String.class),
                        row.get("umpire_by_buyer", String.class),
                        row.get("umpire_by_office", String.class)),
                required(row, "advance_fen", Long.class));
    }
}
