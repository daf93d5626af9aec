package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.FurtherSteps;
import io.xunshi.platform.audit.TradeKind;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** What happened to a deal after it was signed, as observers check it. */
@Repository
class FulfilmentSteps implements FurtherSteps {
    private final DatabaseClient database;

    FulfilmentSteps(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.DEAL;
    }

    @Override
    public Flux<Step> stepsOf(UUID trade) {
        return database.sql("select state, cause, at from fulfilment.step where deal = :deal order by number")
                .bind("deal", trade)
                .map(row -> new Step(
                        required(row, "state", String.class),
                        required(row, "at", Instant.class),
                        required(row, "cause", String.class),
                        null))
                .all();
    }
}
