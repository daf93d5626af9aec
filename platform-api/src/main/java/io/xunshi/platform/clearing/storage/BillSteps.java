package io.xunshi.platform.clearing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.FurtherSteps;
import io.xunshi.platform.audit.TradeKind;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** What a deal's buyer was asked for and what became of the money, as observers check it. */
@Repository
class BillSteps implements FurtherSteps {
    private final DatabaseClient database;

    BillSteps(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.DEAL;
    }

    @Override
    public Flux<Step> stepsOf(UUID trade) {
        return database.sql("""
                        select at, cause from (
                            select made_at as at, 'BILL_' || kind as cause from clearing.bill where deal = :deal
                            union all
                            select held_at, 'BILL_HELD' from clearing.bill where deal = :deal and held_at is not null
                            union all
                            select moved_at, 'BILL_' || state from clearing.bill
                            where deal = :deal and state in ('RELEASED', 'RETURNED', 'SUPERSEDED')
                        ) as step order by at
                        """)
                .bind("deal", trade)
                .map(row -> new Step(
                        "BILLED", required(row, "at", Instant.class), required(row, "cause", String.class), null))
                .all();
    }

    /** Each bill's money was posted under its own id. */
    @Override
    public Flux<UUID> ledgerIdsOf(UUID trade) {
        return database.sql("select id from clearing.bill where deal = :deal order by made_at, id")
                .bind("deal", trade)
                .map(row -> required(row, "id", UUID.class))
                .all();
    }
}
