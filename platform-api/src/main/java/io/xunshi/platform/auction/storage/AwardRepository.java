package io.xunshi.platform.auction.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.domain.Award;
import io.xunshi.platform.auction.domain.Award.Place;
import io.xunshi.platform.auction.domain.AwardedDeal;
import io.xunshi.platform.auction.domain.AwardedDeal.Outcome;
import io.xunshi.platform.deal.DealId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Whom goods went to at auctions, and which deals were made of it. */
@Repository
public class AwardRepository {
    private final DatabaseClient database;

    AwardRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Writes an award, or how the deal of one that is there has ended; the caller has locked the auction. */
    public Mono<Void> save(AuctionId auction, AwardedDeal awarded) {
        var award = awarded.award();
        var deal = awarded.deal();
        return database.sql("""
                        insert into auction.award
                            (auction_id, number, place, paddle, quantity, price_fen, deal_id, outcome)
                        values (:auction, :number, :place, :paddle, :quantity, :price, :deal, :outcome)
                        on conflict (auction_id, number) do update set outcome = excluded.outcome
                        """)
                .bind("auction", auction.value())
                .bind("number", awarded.number())
                .bind("place", award.place().name())
                .bind("paddle", award.paddle())
                .bind("quantity", award.quantity())
                .bind("price", award.priceFen())
                .bind("deal", deal == null ? Parameters.in(UUID.class) : Parameters.in(deal.value()))
                .bind("outcome", awarded.outcome().name())
                .then();
    }

    /** Which auction a deal comes from; empty for one that comes from none. */
    public Mono<AuctionId> auctionOf(DealId deal) {
        return database.sql("select auction_id from auction.award where deal_id = :deal")
                .bind("deal", deal.value())
                .map(row -> new AuctionId(required(row, "auction_id", UUID.class)))
                .one();
    }

    public Mono<Map<AuctionId, List<AwardedDeal>>> findOf(Collection<AuctionId> auctions) {
        return database.sql("""
                        select auction_id, number, place, paddle, quantity, price_fen, deal_id, outcome
                        from auction.award where auction_id = any(:auctions) order by auction_id, number
                        """)
                .bind("auctions", auctions.stream().map(AuctionId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new AuctionId(required(row, "auction_id", UUID.class)), awarded(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static AwardedDeal awarded(Readable row) {
        var deal = row.get("deal_id", UUID.class);
        return new AwardedDeal(
                required(row, "number", Integer.class),
                new Award(
                        Place.valueOf(required(row, "place", String.class)),
                        required(row, "paddle", Integer.class),
                        required(row, "quantity", Long.class),
                        required(row, "price_fen", Long.class)),
                deal == null ? null : new DealId(deal),
                Outcome.valueOf(required(row, "outcome", String.class)));
    }
}
