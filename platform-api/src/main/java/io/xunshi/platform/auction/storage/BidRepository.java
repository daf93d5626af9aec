package io.xunshi.platform.auction.storage;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.identity.AccountId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bids in their order. Nothing of a bid is ever changed. */
@Repository
public class BidRepository {
    private static final String SELECT = """
            select sequence, paddle, kind, amount_fen, ceiling_cipher, own_step_fen, at, price_fen, leader, ends_at
            from auction.bid
            """;

    private final DatabaseClient database;
    private final SaleRows rows;

    BidRepository(DatabaseClient database, SaleRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** The caller has locked the auction, so that numbers have no gaps. */
    public Mono<Void> add(AuctionId auction, Bid bid, AccountId placedBy) {
        return database.sql("""
                        insert into auction.bid
                            (auction_id, sequence, paddle, kind, amount_fen, ceiling_cipher, own_step_fen, at, price_fen,
                             leader, ends_at, placed_by)
                        values (:auction, :sequence, :paddle, :kind, :amount, :ceiling, :ownStep, :at, :price,
                                :leader, :ends, :by)
                        """)
                .bind("auction", auction.value())
                .bind("sequence", bid.sequence())
                .bind("paddle", bid.paddle())
                .bind("kind", bid.kind().name())
                .bind("amount", bid.amountFen())
                .bind("ceiling", rows.hidden(bid.ceilingFen()))
                .bind("ownStep", Parameters.in(R2dbcType.BIGINT, bid.ownStepFen()))
                .bind("at", bid.at())
                .bind("price", bid.priceFen())
                .bind("leader", bid.leader())
                .bind("ends", bid.endsAt())
                .bind("by", placedBy.value())
                .then();
    }

    /** After a number, in their order. */
    public Flux<Bid> findAfter(AuctionId auction, long sequence, int limit) {
        return database.sql(SELECT + "where auction_id = :auction and sequence > :after order by sequence limit :limit")
                .bind("auction", auction.value())
                .bind("after", sequence)
                .bind("limit", limit)
                .map(rows::bid)
                .all();
    }

    /** All of an auction, in their order. */
    public Flux<Bid> findAll(AuctionId auction) {
        return findAfter(auction, 0, Integer.MAX_VALUE);
    }
}
