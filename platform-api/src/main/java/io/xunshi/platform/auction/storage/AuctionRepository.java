package io.xunshi.platform.auction.storage;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.domain.Bidding;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.Ladder;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SaleStep;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.Way;
import io.xunshi.platform.kernel.Columns;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Auctions and their steps. Who changes one locks its row first. */
@Repository
public class AuctionRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String SELECT = """
            select id, code, lot_id, seller, title, material, area, amount, per_price_unit, format, start_fen, tick_fen, ladder,
                   window_seconds, extensions_max, unit, tick_seconds, floor_fen, reveal_seconds, final_opens_at, deposit_fen,
                   reserve_cipher, inspection_from, opens_at, planned_end, state, cause, since, ends_at, extensions, bids,
                   leader, price_fen, leader_ceiling_cipher, leader_own_step_fen, drafted_by, version
            from auction.auction
            """;

    private final DatabaseClient database;
    private final SaleRows rows;
    private final SaleParts parts;

    AuctionRepository(DatabaseClient database, SaleRows rows, SaleParts parts) {
        this.database = database;
        this.rows = rows;
        this.parts = parts;
    }

    public Mono<Void> add(Sale sale) {
        var lot = sale.bidding().lot();
        var statement = bindMoving(database.sql("""
                                insert into auction.auction
                                    (id, code, lot_id, seller, title, material, area, amount, per_price_unit, format,
                                     start_fen, tick_fen, ladder, window_seconds, extensions_max, unit, tick_seconds,
                                     floor_fen, reveal_seconds, final_opens_at, deposit_fen, reserve_commitment,
                                     reserve_cipher, inspection_from, opens_at, planned_end, state, cause, since, deadline,
                                     ends_at, extensions, bids, leader, price_fen, leader_ceiling_cipher,
                                     leader_own_step_fen, drafted_by)
                                values (:id, :code, :lot, :seller, :title, :material, :area, :amount, :per, :format,
                                        :start, :tick, :ladder, :window, :most, :unit, :tickSeconds,
                                        :floor, :revealSeconds, :final, :deposit, :commitment,
                                        :reserve, :inspection, :opens, :planned, :state, :cause, :since, :deadline,
                                        :ends, :extensions, :bids, :leader, :price, :ceiling,
                                        :ownStep, :by)
                                """), sale)
                .bind("code", sale.code())
                .bind("lot", sale.lot().id())
                .bind("seller", sale.lot().seller().value())
                .bind("title", sale.lot().title())
                .bind("material", sale.lot().material())
                .bind("area", sale.lot().area())
                .bind("amount", lot.amount())
                .bind("per", lot.perPriceUnit())
                .bind("deposit", sale.deposit().amount())
                .bind("commitment", Parameters.in(R2dbcType.VARCHAR, SaleRows.commitmentOf(sale)))
                .bind("reserve", Parameters.in(R2dbcType.VARBINARY, rows.reserveOf(sale)))
                .bind("inspection", sale.hours().inspectionFrom())
                .bind("opens", sale.hours().opensAt())
                .bind("planned", sale.hours().endsAt())
                .bind("by", sale.draftedBy().value());
        return bindWay(statement, sale.way()).then();
    }

    /** What can change of it, but for its awards; the caller has locked it. */
    public Mono<Sale> save(Sale sale) {
        return bindMoving(database.sql("""
                                update auction.auction
                                set state = :state, cause = :cause, since = :since, deadline = :deadline, ends_at = :ends,
                                    extensions = :extensions, bids = :bids, leader = :leader, price_fen = :price,
                                    leader_ceiling_cipher = :ceiling, leader_own_step_fen = :ownStep,
                                    final_opens_at = :final, version = version + 1
                                where id = :id
                                """), sale).then().thenReturn(sale);
    }

    public Mono<Void> addStep(AuctionId id, SaleStep step) {
        return database.sql("""
                        insert into auction.step (auction_id, number, state, cause, at)
                        select :id, count(*) + 1, :state, :cause, :at from auction.step where auction_id = :id
                        """)
                .bind("id", id.value())
                .bind("state", step.state().name())
                .bind("cause", step.cause().name())
                .bind("at", step.at())
                .then();
    }

    public Flux<SaleStep> stepsOf(AuctionId id) {
        return database.sql("select state, cause, at from auction.step where auction_id = :id order by number")
                .bind("id", id.value())
                .map(SaleRows::step)
                .all();
    }

    public Mono<Sale> find(AuctionId id) {
        return whole(database.sql(SELECT + "where id = :id").bind("id", id.value()))
                .next();
    }

    /** Nobody else changes it, or bids, before the transaction ends. */
    public Mono<Sale> lock(AuctionId id) {
        return whole(database.sql(SELECT + "where id = :id for update").bind("id", id.value()))
                .next();
    }

    public Flux<AuctionId> findDue(Instant now, int limit) {
        return database.sql("select id from auction.auction where deadline <= :now order by deadline limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new AuctionId(Columns.required(row, "id", UUID.class)))
                .all();
    }

    /** What everybody sees, the latest opening first. */
    public Flux<Sale> findPublic(@Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return whole(database.sql(SELECT + """
                        where state not in ('DRAFT', 'CANCELLED') and (opens_at, id) < (:at, :id)
                        order by opens_at desc, id desc limit :limit
                        """)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit));
    }

    /** An organisation's own, in whatever state. */
    public Flux<Sale> findOf(OrganisationId seller, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return whole(database.sql(SELECT + """
                        where seller = :seller and (opens_at, id) < (:at, :id)
                        order by opens_at desc, id desc limit :limit
                        """)
                .bind("seller", seller.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit));
    }

    /** Of a lot, what everybody sees of it, the latest opening first. */
    public Flux<Sale> findOfLot(UUID lot, int limit) {
        return whole(database.sql(SELECT + """
                        where lot_id = :lot and state not in ('DRAFT', 'CANCELLED')
                        order by opens_at desc, id desc limit :limit
                        """).bind("lot", lot).bind("limit", limit));
    }

    /** In the order of the rows. What hangs on them is read after them, so that under a lock it is the latest. */
    private Flux<Sale> whole(GenericExecuteSpec statement) {
        return statement.map(rows::sale).all().collectList().flatMapMany(parts::addTo);
    }

    private static GenericExecuteSpec bindWay(GenericExecuteSpec statement, Way way) {
        var common = statement.bind("format", way.format().name()).bind("start", way.startFen());
        return switch (way) {
            case Way.English english ->
                bindWay(common, english.tickFen(), null, null, null, null)
                        .bind("ladder", Ladder.DEFAULT_NAME)
                        .bind("window", (int) english.lateBids().window().toSeconds())
                        .bind(
                                "most",
                                Parameters.in(
                                        R2dbcType.INTEGER, english.lateBids().most()));
            case Way.Sealed sealed -> bindNoLadder(bindWay(common, 1, null, null, null, sealed.window()));
            case Way.Dutch dutch ->
                bindNoLadder(
                        bindWay(common, dutch.dropFen(), dutch.leastQuantity(), dutch.tick(), dutch.floorFen(), null));
            case Way.Yankee yankee -> bindNoLadder(bindWay(common, yankee.tickFen(), yankee.unit(), null, null, null));
        };
    }

    private static GenericExecuteSpec bindWay(
            GenericExecuteSpec statement,
            long tickFen,
            @Nullable Long unit,
            @Nullable Duration tick,
            @Nullable Long floorFen,
            @Nullable Duration window) {
        return statement
                .bind("tick", tickFen)
                .bind("unit", Parameters.in(R2dbcType.BIGINT, unit))
                .bind("tickSeconds", Parameters.in(R2dbcType.INTEGER, seconds(tick)))
                .bind("floor", Parameters.in(R2dbcType.BIGINT, floorFen))
                .bind("revealSeconds", Parameters.in(R2dbcType.INTEGER, seconds(window)));
    }

    private static GenericExecuteSpec bindNoLadder(GenericExecuteSpec statement) {
        return statement
                .bind("ladder", Parameters.in(R2dbcType.VARCHAR))
                .bind("window", Parameters.in(R2dbcType.INTEGER))
                .bind("most", Parameters.in(R2dbcType.INTEGER));
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : (int) duration.toSeconds();
    }

    private GenericExecuteSpec bindMoving(GenericExecuteSpec statement, Sale sale) {
        var bidding = sale.bidding();
        var english = bidding instanceof EnglishAuction one ? one : null;
        var leader = english == null ? null : english.leader();
        return statement
                .bind("id", sale.id().value())
                .bind("state", sale.state().name())
                .bind("cause", sale.cause().name())
                .bind("since", sale.since())
                .bind("deadline", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, sale.deadline()))
                .bind("ends", bidding.endsAt())
                .bind("extensions", english == null ? 0 : english.extensions())
                .bind("bids", bidding.bids())
                .bind("final", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, finalRoundOf(bidding)))
                .bind("leader", Parameters.in(R2dbcType.INTEGER, leader == null ? null : leader.paddle()))
                .bind("price", Parameters.in(R2dbcType.BIGINT, leader == null ? null : leader.priceFen()))
                .bind(
                        "ceiling",
                        Parameters.in(R2dbcType.VARBINARY, leader == null ? null : rows.hidden(leader.ceilingFen())))
                .bind("ownStep", Parameters.in(R2dbcType.BIGINT, leader == null ? null : leader.ownStepFen()));
    }

    private static @Nullable Instant finalRoundOf(Bidding bidding) {
        var last = bidding instanceof SealedAuction sealed ? sealed.last() : null;
        return last == null ? null : last.hours().opensAt();
    }
}
