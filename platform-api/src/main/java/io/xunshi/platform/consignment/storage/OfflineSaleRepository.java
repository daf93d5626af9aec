package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.OfflineSale;
import io.xunshi.platform.consignment.domain.OfflineSale.Outcome;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sales that tills made without a connection. */
@Repository
public class OfflineSaleRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String SELECT = """
            select sale.id, sale.item_id, item.code as item_code, item.title, sale.price_fen, sale.received_fen, sale.sold_by,
                   sale.sold_at, sale.sent_by, sale.booked_at, sale.outcome, sale.order_code
            from consignment.offline_sale sale
            join consignment.item on item.id = sale.item_id
            """;

    private final DatabaseClient database;

    OfflineSaleRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * False where its id is known. Whoever sends it at the same moment waits until the caller's transaction ends, and
     * then gets false.
     */
    public Mono<Boolean> claim(PointId point, OfflineSale sale) {
        return database.sql("""
                        insert into consignment.offline_sale
                            (id, point_id, item_id, price_fen, received_fen, sold_by, sold_at, sent_by, booked_at)
                        values (:id, :point, :item, :price, :received, :soldBy, :soldAt, :sentBy, :bookedAt)
                        on conflict (id) do nothing
                        """)
                .bind("id", sale.id())
                .bind("point", point.value())
                .bind("item", sale.itemId())
                .bind("price", sale.price().amount())
                .bind("received", sale.received().amount())
                .bind("soldBy", sale.soldBy().value())
                .bind("soldAt", sale.soldAt())
                .bind("sentBy", sale.sentBy().value())
                .bind("bookedAt", sale.bookedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> end(OfflineSale sale) {
        return database.sql(
                        "update consignment.offline_sale set outcome = :outcome, order_code = :order where id = :id")
                .bind("outcome", sale.outcome().name())
                .bind("order", Parameters.in(R2dbcType.VARCHAR, sale.orderCode()))
                .bind("id", sale.id())
                .then();
    }

    /** Empty for another point's as for none. */
    public Mono<OfflineSale> find(PointId point, UUID id) {
        return database.sql(SELECT + "where sale.id = :id and sale.point_id = :point")
                .bind("id", id)
                .bind("point", point.value())
                .map(OfflineSaleRepository::sale)
                .one();
    }

    /** Last booked first. */
    public Flux<OfflineSale> findOfPoint(PointId point, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(SELECT + """
                        where sale.point_id = :point and (sale.booked_at, sale.id) < (:at, :id)
                        order by sale.booked_at desc, sale.id desc
                        limit :limit
                        """)
                .bind("point", point.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(OfflineSaleRepository::sale)
                .all();
    }

    private static OfflineSale sale(Readable row) {
        return new OfflineSale(
                required(row, "id", UUID.class),
                required(row, "item_id", UUID.class),
                required(row, "item_code", String.class),
                required(row, "title", String.class),
                Money.fen(required(row, "price_fen", Long.class)),
                Money.fen(required(row, "received_fen", Long.class)),
                new AccountId(required(row, "sold_by", UUID.class)),
                required(row, "sold_at", Instant.class),
                new AccountId(required(row, "sent_by", UUID.class)),
                required(row, "booked_at", Instant.class),
                Outcome.valueOf(required(row, "outcome", String.class)),
                row.get("order_code", String.class));
    }
}
