package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.ClaimState;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.domain.Claim;
import io.xunshi.platform.fulfilment.domain.ClaimMove;
import io.xunshi.platform.fulfilment.domain.Remedy;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.pricing.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Claims and what was said in them; a deal has at most one. */
@Repository
public class ClaimRepository {
    private final DatabaseClient database;

    ClaimRepository(DatabaseClient database) {
        this.database = database;
    }

    /** With the last of its moves. */
    public Mono<Void> add(DealId deal, Claim claim, AccountId by) {
        return bind(database.sql("""
                                insert into fulfilment.claim (deal, id, state, since, outcome_kind, outcome_fen, ending)
                                values (:deal, :id, :state, :since, :kind, :fen, :ending)
                                """).bind("deal", deal.value()), claim).then().then(addMove(claim, by));
    }

    /** Its state, where nothing new was said. */
    public Mono<Void> save(Claim claim) {
        return bind(database.sql("""
                        update fulfilment.claim
                        set state = :state, since = :since, outcome_kind = :kind, outcome_fen = :fen, ending = :ending
                        where id = :id
                        """), claim).then();
    }

    /** Its state, and the last of its moves. */
    public Mono<Void> saveWithMove(Claim claim, AccountId by) {
        return save(claim).then(addMove(claim, by));
    }

    /** Empty where there is none. */
    public Mono<Claim> findOf(DealId deal) {
        return database.sql("""
                        select id, state, since, outcome_kind, outcome_fen, ending from fulfilment.claim where deal = :deal
                        """)
                .bind("deal", deal.value())
                .map(ClaimRepository::head)
                .one()
                .flatMap(head -> movesOf(head.id()).map(head::with));
    }

    private Mono<List<ClaimMove>> movesOf(UUID claim) {
        return database.sql("""
                        select side, remedy_kind, remedy_fen, words, inspector, documents, at
                        from fulfilment.claim_move where claim = :claim order by number
                        """)
                .bind("claim", claim)
                .map(ClaimRepository::move)
                .all()
                .collectList();
    }

    private Mono<Void> addMove(Claim claim, AccountId by) {
        var move = claim.moves().getLast();
        var remedy = move.remedy();
        return database.sql("""
                        insert into fulfilment.claim_move
                            (claim, number, side, remedy_kind, remedy_fen, words, inspector, documents, at, said_by)
                        values (:claim, :number, :side, :kind, :fen, :words, :inspector, :documents, :at, :by)
                        """)
                .bind("claim", claim.id())
                .bind("number", claim.moves().size())
                .bind("side", Parameters.in(R2dbcType.VARCHAR, nameOf(move.by())))
                .bind(
                        "kind",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                remedy == null ? null : remedy.kind().name()))
                .bind("fen", Parameters.in(R2dbcType.BIGINT, remedy == null ? null : remedy.fen()))
                .bind("words", move.words())
                .bind("inspector", Parameters.in(R2dbcType.VARCHAR, move.inspector()))
                .bind("documents", move.documents().toArray(UUID[]::new))
                .bind("at", move.at())
                .bind("by", by.value())
                .then();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, Claim claim) {
        var outcome = claim.outcome();
        return statement
                .bind("id", claim.id())
                .bind("state", claim.state().name())
                .bind("since", claim.since())
                .bind(
                        "kind",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                outcome == null ? null : outcome.kind().name()))
                .bind("fen", Parameters.in(R2dbcType.BIGINT, outcome == null ? null : outcome.fen()))
                .bind("ending", Parameters.in(R2dbcType.VARCHAR, nameOf(claim.ending())));
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Head head(Readable row) {
        var ending = row.get("ending", String.class);
        return new Head(
                required(row, "id", UUID.class),
                ClaimState.valueOf(required(row, "state", String.class)),
                required(row, "since", Instant.class),
                remedy(row.get("outcome_kind", String.class), row.get("outcome_fen", Long.class)),
                ending == null ? null : FulfilmentCause.valueOf(ending));
    }

    private static ClaimMove move(Readable row) {
        var side = row.get("side", String.class);
        return new ClaimMove(
                side == null ? null : Side.valueOf(side),
                remedy(row.get("remedy_kind", String.class), row.get("remedy_fen", Long.class)),
                required(row, "words", String.class),
                row.get("inspector", String.class),
                List.of(required(row, "documents", UUID[].class)),
                required(row, "at", Instant.class));
    }

    private static @Nullable Remedy remedy(@Nullable String kind, @Nullable Long fen) {
        return kind == null || fen == null ? null : new Remedy(Remedy.Kind.valueOf(kind), fen);
    }

    /** A claim without what was said in it. */
    private record Head(
            UUID id,
            ClaimState state,
            Instant since,
            @Nullable Remedy outcome,
            @Nullable FulfilmentCause ending) {

        Claim with(List<ClaimMove> moves) {
            return new Claim(id, state, moves, since, outcome, ending);
        }
    }
}
