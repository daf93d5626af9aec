package io.xunshi.platform.custody.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.ExchangeTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Batches as observers check them; over as soon as they are entered. */
@Repository
class AuditedBatches extends ExchangeTrades {
    private static final String ENTERED = "ENTERED";

    private static final String BATCHES = """
            select batch.id, batch.code, batch.kind, batch.hash, batch.entered_by, batch.entered_at as begun_at, site.area
            from custody.batch join custody.site on site.id = batch.site
            """;

    AuditedBatches(DatabaseClient database) {
        super(database, TradeKind.CUSTODY, BATCHES, "entered_by = :person");
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return find(id).map(batch -> new Step(ENTERED, batch.begunAt(), ENTERED, null))
                .flux();
    }

    @Override
    protected AuditedTrade audited(Readable row) {
        var person = row.get("entered_by", UUID.class);
        return new AuditedTrade(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                TradeKind.CUSTODY,
                ENTERED,
                person == null ? List.of() : List.of(new Party(new AccountId(person), Role.OWNER)),
                List.of(new Good(
                        null,
                        required(row, "code", String.class),
                        required(row, "area", String.class),
                        null,
                        required(row, "hash", String.class))),
                required(row, "begun_at", Instant.class));
    }
}
