package io.xunshi.platform.deal.storage;

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
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Deals as observers check them; their people are those who signed. */
@Repository
class AuditedDeals extends ExchangeTrades {
    private static final String TRADES = """
            select deal.id, deal.code, deal.state, deal.title, deal.area, deal.value_fen, deal.contract_hash, deal.agreed_at as begun_at,
                   (select signed_by from deal.signature where deal = deal.id and party = 'SELLER') as for_seller,
                   (select signed_by from deal.signature where deal = deal.id and party = 'BUYER') as for_buyer
            from deal.deal as deal
            """;

    private static final String OF_PERSON =
            "exists (select from deal.signature where signature.deal = trade.id and signed_by = :person)";

    private final DatabaseClient database;

    AuditedDeals(DatabaseClient database) {
        super(database, TradeKind.DEAL, TRADES, OF_PERSON);
        this.database = database;
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return database.sql("""
                        select state, at, cause from (
                            select 'AGREED' as state, agreed_at as at, 'AGREED' as cause from deal.deal where id = :id
                            union all
                            select 'AGREED', at, party || '_SIGNED' from deal.signature where deal = :id
                            union all
                            select state, ended_at, state from deal.deal where id = :id and ended_at is not null
                        ) as step order by at
                        """)
                .bind("id", id)
                .map(row -> new Step(
                        required(row, "state", String.class),
                        required(row, "at", Instant.class),
                        required(row, "cause", String.class),
                        null))
                .all();
    }

    @Override
    protected AuditedTrade audited(Readable row) {
        return new AuditedTrade(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                TradeKind.DEAL,
                required(row, "state", String.class),
                Stream.concat(
                                party(row.get("for_seller", UUID.class), Role.SELLER),
                                party(row.get("for_buyer", UUID.class), Role.BUYER))
                        .toList(),
                List.of(new Good(
                        null,
                        required(row, "title", String.class),
                        required(row, "area", String.class),
                        Money.fen(required(row, "value_fen", Long.class)),
                        required(row, "contract_hash", String.class))),
                required(row, "begun_at", Instant.class));
    }

    private static Stream<Party> party(@Nullable UUID person, Role role) {
        return person == null ? Stream.of() : Stream.of(new Party(new AccountId(person), role));
    }
}
