package io.xunshi.platform.surveillance.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.Fact;
import io.xunshi.platform.surveillance.domain.Fact.RelatedSides;
import io.xunshi.platform.surveillance.domain.Fact.SignedDeal;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Signed deals as facts. */
@Repository
public class SignedDealRepository {
    private static final String SELECT = """
            select deal, code, at, hash, seller, buyer, material, quantity, price_fen, shared_people, shared_browsers
            from surveillance.deal
            """;

    private final DatabaseClient database;

    SignedDealRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Once, however often it is told. */
    public Mono<Void> add(RelatedSides sides) {
        var deal = sides.deal();
        return database.sql("""
                        insert into surveillance.deal
                            (deal, code, at, hash, seller, buyer, material, quantity, price_fen, shared_people, shared_browsers)
                        values (:deal, :code, :at, :hash, :seller, :buyer, :material, :quantity, :price, :people, :browsers)
                        on conflict (deal) do nothing
                        """)
                .bind("deal", deal.trade())
                .bind("code", deal.code())
                .bind("at", deal.at())
                .bind("hash", deal.hash())
                .bind("seller", deal.seller().value())
                .bind("buyer", deal.buyer().value())
                .bind("material", deal.materialCode())
                .bind("quantity", deal.quantity())
                .bind("price", deal.price())
                .bind("people", sides.sharedPeople())
                .bind("browsers", sides.sharedBrowsers())
                .then();
    }

    /** In the order in which they happened; who controls whom is not known here. */
    public Flux<RelatedSides> findNew(int limit) {
        return database.sql(SELECT + "where not is_judged order by at, deal limit :limit")
                .bind("limit", limit)
                .map(SignedDealRepository::sides)
                .all();
    }

    /** In the order in which they happened. */
    public Flux<SignedDeal> findOf(Collection<String> materials, Instant after, Instant until) {
        return database.sql(
                        SELECT + "where material = any(:materials) and at > :after and at <= :until order by at, deal")
                .bind("materials", materials.toArray(String[]::new))
                .bind("after", after)
                .bind("until", until)
                .map(row -> sides(row).deal())
                .all();
    }

    /** All who dealt with each other since then. */
    public Flux<Pair> findPairs(Instant after) {
        return database.sql("select distinct seller, buyer from surveillance.deal where at > :after")
                .bind("after", after)
                .map(row -> new Pair(organisation(row, "seller"), organisation(row, "buyer")))
                .all();
    }

    /** In the order in which they happened. */
    public Flux<RelatedSides> findBetween(Pair pair, Instant after) {
        return database.sql(SELECT + """
                        where at > :after and seller = :seller and buyer = :buyer order by at, deal
                        """)
                .bind("after", after)
                .bind("seller", pair.seller().value())
                .bind("buyer", pair.buyer().value())
                .map(SignedDealRepository::sides)
                .all();
    }

    /** Whose sides share members or browsers, in the order in which they happened. */
    public Flux<RelatedSides> findSharing(Instant after) {
        return database.sql(SELECT + "where at > :after and shared_people + shared_browsers > 0 order by at, deal")
                .bind("after", after)
                .map(SignedDealRepository::sides)
                .all();
    }

    public Mono<Void> markJudged(Collection<SignedDeal> deals) {
        return database.sql("update surveillance.deal set is_judged = true where deal = any(:deals)")
                .bind("deals", deals.stream().map(Fact::trade).toArray(UUID[]::new))
                .then();
    }

    private static RelatedSides sides(Readable row) {
        return new RelatedSides(
                new SignedDeal(
                        required(row, "deal", UUID.class),
                        required(row, "code", String.class),
                        required(row, "at", Instant.class),
                        required(row, "hash", String.class),
                        organisation(row, "seller"),
                        organisation(row, "buyer"),
                        required(row, "material", String.class),
                        required(row, "quantity", Long.class),
                        required(row, "price_fen", Long.class)),
                false,
                required(row, "shared_people", Integer.class),
                required(row, "shared_browsers", Integer.class));
    }

    private static OrganisationId organisation(Readable row, String column) {
        return new OrganisationId(required(row, column, UUID.class));
    }

    /** Who sold to whom. */
    public record Pair(OrganisationId seller, OrganisationId buyer) {}
}
