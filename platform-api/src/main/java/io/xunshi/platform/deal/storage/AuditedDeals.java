package io.xunshi.platform.deal.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deals as observers check them; their people are those who signed. */
@Repository
class AuditedDeals implements AuditedTrades {
    private static final String SELECT = """
            select deal.id, deal.code, deal.state, deal.title, deal.area, deal.value_fen, deal.contract_hash, deal.agreed_at,
                   (select signed_by from deal.signature where deal = deal.id and party = 'SELLER') as for_seller,
                   (select signed_by from deal.signature where deal = deal.id and party = 'BUYER') as for_buyer
            from deal.deal as deal
            """;

    private final DatabaseClient database;

    AuditedDeals(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.DEAL;
    }

    @Override
    public Mono<AuditedTrade> find(UUID id) {
        return read("where deal.id = :id", spec -> spec.bind("id", id)).next();
    }

    @Override
    public Mono<AuditedTrade> findByCode(String code) {
        return read("where deal.code = :code", spec -> spec.bind("code", ShortCode.normalize(code)))
                .next();
    }

    @Override
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return read("""
                where exists (select from deal.signature where deal = deal.id and signed_by = :person)
                """ + newest(limit), spec -> spec.bind("person", person.value()));
    }

    /** No deal is over a listing. */
    @Override
    public Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return Flux.empty();
    }

    @Override
    public Flux<AuditedTrade> findNewest(int limit) {
        return read(newest(limit), spec -> spec);
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

    private static String newest(int limit) {
        return " order by deal.agreed_at desc limit " + limit;
    }

    private Flux<AuditedTrade> read(String which, UnaryOperator<GenericExecuteSpec> bound) {
        return bound.apply(database.sql(SELECT + which))
                .map(AuditedDeals::audited)
                .all();
    }

    private static AuditedTrade audited(Readable row) {
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
                required(row, "agreed_at", Instant.class));
    }

    private static Stream<Party> party(@Nullable UUID person, Role role) {
        return person == null ? Stream.of() : Stream.of(new Party(new AccountId(person), role));
    }
}
