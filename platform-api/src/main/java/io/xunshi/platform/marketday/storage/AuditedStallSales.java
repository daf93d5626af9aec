package io.xunshi.platform.marketday.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.OneStepTrades;
import io.xunshi.platform.audit.TradeKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What was sold at stalls, from the moment it is recorded; a cancelled sale stays, with the second step. */
@Component
class AuditedStallSales extends OneStepTrades {
    private static final String SALES = """
            select sale.id, sale.code, case when sale.cancelled_at is null then 'SOLD' else 'CANCELLED' end as state,
                   stall.holder as party, sale.listing_id, sale.title, day.district_code, sale.price_fen,
                   sale.snapshot_hash, sale.sold_at as at
            from marketday.sale
            join marketday.stall on stall.id = sale.stall_id
            join marketday.day on day.id = stall.day_id""";

    private final DatabaseClient database;

    AuditedStallSales(DatabaseClient database) {
        super(database, TradeKind.STALL_SALE, Role.SELLER, "PAID_AT_STALL", SALES);
        this.database = database;
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return database.sql("select sold_at, cancelled_at from marketday.sale where id = :id")
                .bind("id", id)
                .map((row, metadata) ->
                        new Ends(required(row, "sold_at", Instant.class), row.get("cancelled_at", Instant.class)))
                .one()
                .flatMapMany(Ends::steps);
    }

    private record Ends(Instant soldAt, @Nullable Instant cancelledAt) {

        Flux<Step> steps() {
            var sold = new Step("SOLD", soldAt, "PAID_AT_STALL", null);
            return cancelledAt == null
                    ? Flux.just(sold)
                    : Flux.just(sold, new Step("CANCELLED", cancelledAt, "RECORDED_WRONGLY", null));
        }
    }
}
