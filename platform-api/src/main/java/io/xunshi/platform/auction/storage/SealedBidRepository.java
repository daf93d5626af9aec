package io.xunshi.platform.auction.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.domain.SealedRound.SealedBid;
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

/** Sealed bids in their order. Before they are opened nothing here says what they are. */
@Repository
public class SealedBidRepository {
    private final DatabaseClient database;

    SealedBidRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The caller has locked the auction, so that numbers have no gaps. */
    public Mono<Void> add(AuctionId auction, int round, SealedBid bid, AccountId placedBy) {
        return database.sql("""
                        insert into auction.sealed_bid (auction_id, round, sequence, paddle, commitment, at, placed_by)
                        values (:auction, :round, :sequence, :paddle, :commitment, :at, :by)
                        """)
                .bind("auction", auction.value())
                .bind("round", round)
                .bind("sequence", bid.sequence())
                .bind("paddle", bid.paddle())
                .bind("commitment", bid.commitment())
                .bind("at", bid.at())
                .bind("by", placedBy.value())
                .then();
    }

    /** Writes down what was hashed. */
    public Mono<Void> open(AuctionId auction, int round, int paddle, long amountFen, String nonce, Instant at) {
        return database.sql("""
                        update auction.sealed_bid set amount_fen = :amount, nonce = :nonce, opened_at = :at
                        where auction_id = :auction and round = :round and paddle = :paddle and opened_at is null
                        """)
                .bind("amount", amountFen)
                .bind("nonce", nonce)
                .bind("at", at)
                .bind("auction", auction.value())
                .bind("round", round)
                .bind("paddle", paddle)
                .then();
    }

    public Mono<Map<AuctionId, List<InRound>>> findOf(Collection<AuctionId> auctions) {
        return database.sql("""
                        select auction_id, round, sequence, paddle, commitment, at, amount_fen, nonce
                        from auction.sealed_bid where auction_id = any(:auctions) order by auction_id, round, sequence
                        """)
                .bind("auctions", auctions.stream().map(AuctionId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        new AuctionId(required(row, "auction_id", UUID.class)),
                        new InRound(required(row, "round", Integer.class), bid(row))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static SealedBid bid(Readable row) {
        return new SealedBid(
                required(row, "sequence", Integer.class),
                required(row, "paddle", Integer.class),
                required(row, "commitment", String.class),
                required(row, "at", Instant.class),
                row.get("amount_fen", Long.class),
                row.get("nonce", String.class));
    }

    /** @param round 1, or 2 for the final one */
    record InRound(int round, SealedBid bid) {}
}
