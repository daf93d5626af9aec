package io.xunshi.platform.audit;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Trades of scrap between organisations, none of which is over a listing. A kind of them is a select; the storage
 * package of its module extends this.
 */
public abstract class ExchangeTrades implements AuditedTrades {
    private final DatabaseClient database;
    private final TradeKind kind;
    private final String trades;
    private final String ofPerson;

    /**
     * @param trades a select of id, code, begun_at and whatever {@link #audited} reads
     * @param ofPerson the condition on a row <code>trade</code> of it that <code>:person</code> took part
     */
    protected ExchangeTrades(DatabaseClient database, TradeKind kind, String trades, String ofPerson) {
        this.database = database;
        this.kind = kind;
        this.trades = "select * from (%s) as trade ".formatted(trades);
        this.ofPerson = ofPerson;
    }

    /** One row of the select. */
    protected abstract AuditedTrade audited(Readable row);

    @Override
    public TradeKind kind() {
        return kind;
    }

    @Override
    public Mono<AuditedTrade> find(UUID id) {
        return read("where id = :id", spec -> spec.bind("id", id)).next();
    }

    @Override
    public Mono<AuditedTrade> findByCode(String code) {
        return read("where code = :code", spec -> spec.bind("code", ShortCode.normalize(code)))
                .next();
    }

    @Override
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return read("where " + ofPerson + newest(limit), spec -> spec.bind("person", person.value()));
    }

    @Override
    public Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return Flux.empty();
    }

    @Override
    public Flux<AuditedTrade> findNewest(int limit) {
        return read(newest(limit), spec -> spec);
    }

    private static String newest(int limit) {
        return " order by begun_at desc limit " + limit;
    }

    private Flux<AuditedTrade> read(String which, UnaryOperator<GenericExecuteSpec> bound) {
        return bound.apply(database.sql(trades + which)).map(this::audited).all();
    }
}
