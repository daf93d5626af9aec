package io.xunshi.platform.audit;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Trades that are over as soon as they begin, goods for money or credits over a table. A kind of them is a select; the
 * storage package of its module extends this.
 */
public abstract class OneStepTrades implements AuditedTrades {
    private static final String COLUMNS = """
            select id, code, state, party, listing_id, title, district_code, price_fen, snapshot_hash, at
            from (%s) as trade
            """;

    private final DatabaseClient database;
    private final TradeKind kind;
    private final Role role;
    private final String cause;
    private final String select;

    /**
     * @param role what the one party was who has an account
     * @param cause of the one step
     * @param trades a select of id, code, state, party, listing_id, title, district_code, price_fen, snapshot_hash and
     *     at; party, listing, price and hash may be null, with their type
     */
    protected OneStepTrades(DatabaseClient database, TradeKind kind, Role role, String cause, String trades) {
        this.database = database;
        this.kind = kind;
        this.role = role;
        this.cause = cause;
        this.select = COLUMNS.formatted(trades);
    }

    @Override
    public final TradeKind kind() {
        return kind;
    }

    @Override
    public final Mono<AuditedTrade> find(UUID id) {
        return read("where id = :id", spec -> spec.bind("id", id)).next();
    }

    @Override
    public final Mono<AuditedTrade> findByCode(String code) {
        return read("where code = :code", spec -> spec.bind("code", ShortCode.normalize(code)))
                .next();
    }

    @Override
    public final Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return read("where party = :person" + newest(limit), spec -> spec.bind("person", person.value()));
    }

    @Override
    public final Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return read("where listing_id = :listing" + newest(limit), spec -> spec.bind("listing", listingId));
    }

    @Override
    public final Flux<AuditedTrade> findNewest(int limit) {
        return read(newest(limit), spec -> spec);
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return find(id).map(trade -> new Step(trade.state(), trade.begunAt(), cause, null))
                .flux();
    }

    private static String newest(int limit) {
        return " order by at desc limit " + limit;
    }

    private Flux<AuditedTrade> read(String which, UnaryOperator<GenericExecuteSpec> bound) {
        return bound.apply(database.sql(select + which)).map(this::audited).all();
    }

    private AuditedTrade audited(Readable row) {
        var party = row.get("party", UUID.class);
        return new AuditedTrade(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                kind,
                required(row, "state", String.class),
                party == null ? List.of() : List.of(new Party(new AccountId(party), role)),
                List.of(good(row)),
                required(row, "at", Instant.class));
    }

    private static Good good(Readable row) {
        return new Good(
                row.get("listing_id", UUID.class),
                required(row, "title", String.class),
                required(row, "district_code", String.class),
                price(row.get("price_fen", Long.class)),
                row.get("snapshot_hash", String.class));
    }

    private static @Nullable Money price(@Nullable Long fen) {
        return fen == null ? null : Money.fen(fen);
    }
}
