package io.xunshi.platform.auction.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.ExchangeTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Published auctions as observers check them; what is hidden of them while they run stays so. */
@Repository
class AuditedAuctions extends ExchangeTrades {
    /** Who bids is nobody's business until the last bid is opened, an observer's as little as a rival's. */
    private static final String IS_OVER = "state in ('CLOSED_PENDING_RESERVE', 'AWARDED', 'CONTRACTED', 'FAILED')";

    private static final String TRADES = """
            select auction.id, auction.code, auction.state, auction.title, auction.area, auction.drafted_by,
                   published.at as begun_at,
                   array(select paid_by from auction.deposit
                         where auction_id = auction.id and deposit.state <> 'NONE' and auction.%s order by paddle) as bidders
            from auction.auction
            join auction.step as published on published.auction_id = auction.id and published.cause = 'SELLER_PUBLISHED'
            """.formatted(IS_OVER);

    private static final String OF_PERSON = """
            drafted_by = :person or %s and exists (
                select from auction.deposit
                where auction_id = trade.id and paid_by = :person and deposit.state <> 'NONE')
            """.formatted(IS_OVER);

    private final DatabaseClient database;

    AuditedAuctions(DatabaseClient database) {
        super(database, TradeKind.AUCTION, TRADES, OF_PERSON);
        this.database = database;
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return database.sql("select state, at, cause from auction.step where auction_id = :id order by number")
                .bind("id", id)
                .map(row -> new Step(
                        required(row, "state", String.class),
                        required(row, "at", Instant.class),
                        required(row, "cause", String.class),
                        null))
                .all();
    }

    /** Each deposit was posted under its own id. */
    @Override
    public Flux<UUID> ledgerIdsOf(UUID id) {
        return database.sql("select id from auction.deposit where auction_id = :id order by paddle")
                .bind("id", id)
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    @Override
    protected AuditedTrade audited(Readable row) {
        var seller = new Party(new AccountId(required(row, "drafted_by", UUID.class)), Role.SELLER);
        var bidders = Stream.of(required(row, "bidders", UUID[].class))
                .distinct()
                .map(person -> new Party(new AccountId(person), Role.BIDDER));
        return new AuditedTrade(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                TradeKind.AUCTION,
                required(row, "state", String.class),
                Stream.concat(Stream.of(seller), bidders).toList(),
                List.of(new Good(
                        null, required(row, "title", String.class), required(row, "area", String.class), null, null)),
                required(row, "begun_at", Instant.class));
    }
}
