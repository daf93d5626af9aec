package io.xunshi.platform.auction.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.DepositState;
import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deposits, and with them who bids under which paddle number. */
@Repository
public class DepositRepository {
    private static final String SELECT =
            "select id, auction_id, paddle, bidder, state, amount_fen, paid_by from auction.deposit ";

    private final DatabaseClient database;

    DepositRepository(DatabaseClient database) {
        this.database = database;
    }

    /** With the next free paddle number; the caller has locked the auction. */
    public Mono<Deposit> add(
            UUID id, AuctionId auction, OrganisationId bidder, Money amount, AccountId paidBy, Instant at) {
        return database.sql("""
                        insert into auction.deposit
                            (id, auction_id, paddle, bidder, state, amount_fen, paid_by, requested_at, changed_at)
                        select :id, :auction, count(*) + 1, :bidder, 'NONE', :amount, :by, :at, :at
                        from auction.deposit where auction_id = :auction
                        returning id, auction_id, paddle, bidder, state, amount_fen, paid_by
                        """)
                .bind("id", id)
                .bind("auction", auction.value())
                .bind("bidder", bidder.value())
                .bind("amount", amount.amount())
                .bind("by", paidBy.value())
                .bind("at", at)
                .map(DepositRepository::deposit)
                .one();
    }

    /** Whether it was in the state that this one says; whoever comes second moves nothing. */
    public Mono<Boolean> move(Deposit deposit, DepositState to, Instant at) {
        return database.sql("""
                        update auction.deposit set state = :to, changed_at = :at where id = :id and state = :from
                        """)
                .bind("to", to.name())
                .bind("at", at)
                .bind("id", deposit.id())
                .bind("from", deposit.state().name())
                .fetch()
                .rowsUpdated()
                .map(moved -> moved == 1);
    }

    public Mono<Deposit> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(DepositRepository::deposit)
                .one();
    }

    public Mono<Deposit> find(AuctionId auction, OrganisationId bidder) {
        return database.sql(SELECT + "where auction_id = :auction and bidder = :bidder")
                .bind("auction", auction.value())
                .bind("bidder", bidder.value())
                .map(DepositRepository::deposit)
                .one();
    }

    public Flux<Deposit> findOf(AuctionId auction) {
        return database.sql(SELECT + "where auction_id = :auction order by paddle")
                .bind("auction", auction.value())
                .map(DepositRepository::deposit)
                .all();
    }

    private static Deposit deposit(Readable row) {
        return new Deposit(
                required(row, "id", UUID.class),
                new AuctionId(required(row, "auction_id", UUID.class)),
                required(row, "paddle", Integer.class),
                new OrganisationId(required(row, "bidder", UUID.class)),
                DepositState.valueOf(required(row, "state", String.class)),
                Money.fen(required(row, "amount_fen", Long.class)),
                new AccountId(required(row, "paid_by", UUID.class)));
    }
}
