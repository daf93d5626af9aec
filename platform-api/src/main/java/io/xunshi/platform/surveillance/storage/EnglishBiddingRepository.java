package io.xunshi.platform.surveillance.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.Fact;
import io.xunshi.platform.surveillance.domain.Fact.EnglishBidding;
import io.xunshi.platform.surveillance.domain.Fact.RaisedPrice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** English auctions as facts, with their bids as one value: nobody asks for a single one. */
@Repository
public class EnglishBiddingRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select auction, code, at, hash, seller, material, opened_at, ended_at, start_fen, winner, bids
            from surveillance.bidding
            """;

    private final DatabaseClient database;

    EnglishBiddingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Once, however often it is told. */
    public Mono<Void> add(EnglishBidding bidding) {
        var winner = bidding.winner();
        return database.sql("""
                        insert into surveillance.bidding
                            (auction, code, at, hash, seller, material, opened_at, ended_at, start_fen, winner, bids)
                        values (:auction, :code, :at, :hash, :seller, :material, :opened, :ended, :start, :winner, :bids::jsonb)
                        on conflict (auction) do nothing
                        """)
                .bind("auction", bidding.trade())
                .bind("code", bidding.code())
                .bind("at", bidding.at())
                .bind("hash", bidding.hash())
                .bind("seller", bidding.seller().value())
                .bind("material", bidding.materialCode())
                .bind("opened", bidding.openedAt())
                .bind("ended", bidding.endedAt())
                .bind("start", bidding.startFen())
                .bind("winner", winner == null ? Parameters.in(UUID.class) : Parameters.in(winner.value()))
                .bind("bids", JSON.writeValueAsString(bidding.bids()))
                .then();
    }

    /** In the order in which they happened. */
    public Flux<EnglishBidding> findNew(int limit) {
        return database.sql(SELECT + "where not is_judged order by at, auction limit :limit")
                .bind("limit", limit)
                .map(EnglishBiddingRepository::bidding)
                .all();
    }

    /** In the order in which they happened; a city has some thousands a year. */
    public Flux<EnglishBidding> findAll(Instant after, Instant until) {
        return database.sql(SELECT + "where at > :after and at <= :until order by at, auction")
                .bind("after", after)
                .bind("until", until)
                .map(EnglishBiddingRepository::bidding)
                .all();
    }

    public Mono<Void> markJudged(Collection<EnglishBidding> biddings) {
        return database.sql("update surveillance.bidding set is_judged = true where auction = any(:auctions)")
                .bind("auctions", biddings.stream().map(Fact::trade).toArray(UUID[]::new))
                .then();
    }

    private static EnglishBidding bidding(Readable row) {
        var winner = row.get("winner", UUID.class);
        return new EnglishBidding(
                required(row, "auction", UUID.class),
                required(row, "code", String.class),
                required(row, "at", Instant.class),
                required(row, "hash", String.class),
                new OrganisationId(required(row, "seller", UUID.class)),
                required(row, "material", String.class),
                required(row, "opened_at", Instant.class),
                required(row, "ended_at", Instant.class),
                required(row, "start_fen", Long.class),
                winner == null ? null : new OrganisationId(winner),
                List.of(JSON.readValue(required(row, "bids", String.class), RaisedPrice[].class)));
    }
}
