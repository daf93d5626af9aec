package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sales over all counters. Whose the thing was stays between the point and the consignor; the point is the party. */
@Repository
public class CounterSaleRecords {

    /** A sale over the counter is over when it begins. */
    public static final String STATE = "SOLD";

    private final DatabaseClient database;

    CounterSaleRecords(DatabaseClient database) {
        this.database = database;
    }

    public Mono<AuditedTrade> find(UUID id) {
        return read("where sale.id = :id", spec -> spec.bind("id", id)).next();
    }

    /** By the code in its stored form. */
    public Mono<AuditedTrade> findByCode(String code) {
        return read("where sale.code = :code", spec -> spec.bind("code", code)).next();
    }

    /** Those at the person's point, newest first. */
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return read(
                "where point.account = :person order by sold_at desc limit :limit",
                spec -> spec.bind("person", person.value()).bind("limit", limit));
    }

    public Flux<AuditedTrade> findOfListing(UUID listingId) {
        return read("where item.listing_id = :listing", spec -> spec.bind("listing", listingId));
    }

    public Flux<AuditedTrade> findNewest(int limit) {
        return read("order by sold_at desc limit :limit", spec -> spec.bind("limit", limit));
    }

    private Flux<AuditedTrade> read(String which, UnaryOperator<GenericExecuteSpec> bound) {
        return bound.apply(database.sql("""
                        select sale.id, sale.code, sale.price_fen, sale.snapshot_hash, sale.sold_at, item.listing_id, item.title,
                               point.account, point.district_code
                        from consignment.counter_sale sale
                        join consignment.item on item.id = sale.item_id
                        join consignment.point on point.id = sale.point_id
                        """ + which))
                .map(CounterSaleRecords::audited)
                .all();
    }

    private static AuditedTrade audited(Readable row) {
        return new AuditedTrade(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                TradeKind.COUNTER_SALE,
                STATE,
                List.of(new Party(new AccountId(required(row, "account", UUID.class)), Role.POINT)),
                List.of(new Good(
                        required(row, "listing_id", UUID.class),
                        required(row, "title", String.class),
                        required(row, "district_code", String.class),
                        Money.fen(required(row, "price_fen", Long.class)),
                        required(row, "snapshot_hash", String.class))),
                required(row, "sold_at", Instant.class));
    }
}
