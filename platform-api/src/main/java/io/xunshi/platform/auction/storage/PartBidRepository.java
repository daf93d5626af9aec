package io.xunshi.platform.auction.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.domain.PartBid;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Bids for a part of a lot, in their order: takes at a falling clock, and bids of multi-unit auctions. */
@Repository
public class PartBidRepository {
    private final DatabaseClient database;

    PartBidRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The caller has locked the auction, so that numbers have no gaps. */
    public Mono<Void> add(AuctionId auction, PartBid bid, AccountId placedBy) {
        return database.sql("""
                        insert into auction.part_bid
                            (auction_id, sequence, paddle, quantity, price_fen, takes_less, at, placed_by)
                        values (:auction, :sequence, :paddle, :quantity, :price, :less, :at, :by)
                        """)
                .bind("auction", auction.value())
                .bind("sequence", bid.sequence())
                .bind("paddle", bid.paddle())
                .bind("quantity", bid.quantity())
                .bind("price", bid.priceFen())
                .bind("less", bid.takesLess())
                .bind("at", bid.at())
                .bind("by", placedBy.value())
                .then();
    }

    public Mono<Map<AuctionId, List<PartBid>>> findOf(Collection<AuctionId> auctions) {
        return database.sql("""
                        select auction_id, sequence, paddle, quantity, price_fen, takes_less, at
                        from auction.part_bid where auction_id = any(:auctions) order by auction_id, sequence
                        """)
                .bind("auctions", auctions.stream().map(AuctionId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new AuctionId(required(row, "auction_id", UUID.class)), bid(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static PartBid bid(Readable row) {
        return new PartBid(
                required(row, "sequence", Integer.class),
                required(row, "paddle", Integer.class),
                required(row, "quantity", Long.class),
                required(row, "price_fen", Long.class),
                required(row, "takes_less", Boolean.class),
                required(row, "at", Instant.class));
    }
}
