package io.xunshi.platform.surveillance.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.Fact;
import io.xunshi.platform.surveillance.domain.Fact.SettledPrice;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Settled prices as facts. */
@Repository
public class SettledPriceRepository {
    private static final String SELECT = """
            select deal, code, at, hash, seller, buyer, material, fen_per_tonne
            from surveillance.settled_price
            """;

    private final DatabaseClient database;

    SettledPriceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Once, however often it is told. */
    public Mono<Void> add(SettledPrice price) {
        return database.sql("""
                        insert into surveillance.settled_price
                            (deal, code, at, hash, seller, buyer, material, fen_per_tonne)
                        values (:deal, :code, :at, :hash, :seller, :buyer, :material, :price)
                        on conflict (deal) do nothing
                        """)
                .bind("deal", price.trade())
                .bind("code", price.code())
                .bind("at", price.at())
                .bind("hash", price.hash())
                .bind("seller", price.seller().value())
                .bind("buyer", price.buyer().value())
                .bind("material", price.materialCode())
                .bind("price", price.fenPerTonne())
                .then();
    }

    /** In the order in which they happened. */
    public Flux<SettledPrice> findNew(int limit) {
        return database.sql(SELECT + "where not is_judged order by at, deal limit :limit")
                .bind("limit", limit)
                .map(SettledPriceRepository::price)
                .all();
    }

    /** In the order in which they happened. */
    public Flux<SettledPrice> findOf(Collection<String> materials, Instant after, Instant until) {
        return database.sql(
                        SELECT + "where material = any(:materials) and at > :after and at <= :until order by at, deal")
                .bind("materials", materials.toArray(String[]::new))
                .bind("after", after)
                .bind("until", until)
                .map(SettledPriceRepository::price)
                .all();
    }

    public Mono<Void> markJudged(Collection<SettledPrice> prices) {
        return database.sql("update surveillance.settled_price set is_judged = true where deal = any(:deals)")
                .bind("deals", prices.stream().map(Fact::trade).toArray(UUID[]::new))
                .then();
    }

    private static SettledPrice price(Readable row) {
        return new SettledPrice(
                required(row, "deal", UUID.class),
                required(row, "code", String.class),
                required(row, "at", Instant.class),
                required(row, "hash", String.class),
                new OrganisationId(required(row, "seller", UUID.class)),
                new OrganisationId(required(row, "buyer", UUID.class)),
                required(row, "material", String.class),
                required(row, "fen_per_tonne", Long.class));
    }
}
