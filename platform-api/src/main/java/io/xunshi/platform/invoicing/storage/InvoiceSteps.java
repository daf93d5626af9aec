package io.xunshi.platform.invoicing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.FurtherSteps;
import io.xunshi.platform.audit.TradeKind;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** When a deal was invoiced, answered and reversed, as observers check it. */
@Repository
class InvoiceSteps implements FurtherSteps {
    private final DatabaseClient database;

    InvoiceSteps(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.DEAL;
    }

    @Override
    public Flux<Step> stepsOf(UUID trade) {
        return database.sql("""
                        select state, at, cause from (
                            select 'INVOICED' as state, entered_at as at, 'INVOICE_ISSUED' as cause
                            from invoicing.invoice where deal = :deal
                            union all
                            select 'INVOICED', answered_at,
                                   case when objection is null then 'INVOICE_CONFIRMED' else 'INVOICE_OBJECTED' end
                            from invoicing.invoice where deal = :deal and answered_at is not null
                            union all
                            select 'INVOICED', reversed_at, 'INVOICE_REVERSED'
                            from invoicing.invoice where deal = :deal and reversed_at is not null
                        ) as step order by at
                        """)
                .bind("deal", trade)
                .map(row -> new Step(
                        required(row, "state", String.class),
                        required(row, "at", Instant.class),
                        required(row, "cause", String.class),
                        null))
                .all();
    }
}
