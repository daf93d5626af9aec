package io.xunshi.platform.tender.storage;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Published tenders as observers check them; before the close they are told of no quote, like everybody else. */
@Repository
class AuditedTenders extends ExchangeTrades {
    private static final String TRADES = """
            select id, code, state, title, area, drafted_by, content_hash, published_at as begun_at, quotes is not null as is_open,
                   array(select distinct quoted_by from tender.quote
                         where tender = tender.id and tender.quotes is not null and quoted_by is not null) as quoters
            from tender.tender as tender
            where published_at is not null
            """;

    private static final String OF_PERSON = """
            drafted_by = :person or is_open and exists (
                select from tender.quote where quote.tender = trade.id and quoted_by = :person)
            """;

    private final DatabaseClient database;

    AuditedTenders(DatabaseClient database) {
        super(database, TradeKind.TENDER, TRADES, OF_PERSON);
        this.database = database;
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return database.sql("""
                        select state, at, words from (
                            select 1 as number, 'PUBLISHED' as state, published_at as at, null as words
                            from tender.tender where id = :id and published_at is not null
                            union all
                            select 2, 'CLOSED', closes_at, null
                            from tender.tender where id = :id and quotes is not null
                            union all
                            select 3, state, ended_at, end_reason
                            from tender.tender where id = :id and ended_at is not null
                        ) as step order by number
                        """)
                .bind("id", id)
                .map(row -> new Step(
                        required(row, "state", String.class),
                        required(row, "at", Instant.class),
                        required(row, "state", String.class),
                        row.get("words", String.class)))
                .all();
    }

    @Override
    protected AuditedTrade audited(Readable row) {
        return new AuditedTrade(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                TradeKind.TENDER,
                required(row, "state", String.class),
                Stream.concat(buyer(row.get("drafted_by", UUID.class)), quoters(required(row, "quoters", UUID[].class)))
                        .toList(),
                List.of(new Good(
                        null,
                        required(row, "title", String.class),
                        required(row, "area", String.class),
                        null,
                        required(row, "content_hash", String.class))),
                required(row, "begun_at", Instant.class));
    }

    private static Stream<Party> buyer(@Nullable UUID person) {
        return person == null ? Stream.of() : Stream.of(new Party(new AccountId(person), Role.BUYER));
    }

    private static Stream<Party> quoters(UUID[] people) {
        return Stream.of(people).map(person -> new Party(new AccountId(person), Role.BIDDER));
    }
}
