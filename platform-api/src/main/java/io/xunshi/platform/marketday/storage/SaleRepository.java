package io.xunshi.platform.marketday.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.marketday.domain.DayReport;
import io.xunshi.platform.marketday.domain.StallSale;
import io.xunshi.platform.marketday.domain.StallSale.Goods;
import io.xunshi.platform.payment.StallMoney.Means;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is sold at stalls, and the sums of it. */
@Repository
public class SaleRepository {
    private static final String FIELDS = """
            sale.id, sale.code, sale.stall_id, sale.listing_id, sale.title, sale.category_code, sale.condition_code,
            sale.price_fen, sale.means, sale.snapshot_hash, sale.wipe_certificate, sale.sold_at, sale.cancelled_at
            """;
    private static final String COLUMNS = "select " + FIELDS + " from marketday.sale\n";

    private final DatabaseClient database;

    SaleRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where another sale has the id. */
    public Mono<Boolean> add(StallSale sale, Instant recordedAt, Instant dueAt) {
        var goods = sale.goods();
        return database.sql("""
                        insert into marketday.sale
                            (id, code, stall_id, listing_id, title, category_code, condition_code, price_fen, means,
                             snapshot_hash, wipe_certificate, sold_at, recorded_at, due_at)
                        values (:id, :code, :stall, :listing, :title, :category, :condition, :price, :means,
                                :snapshot, :wipe, :soldAt, :recordedAt, :dueAt)
                        on conflict do nothing
                        """)
                .bind("id", sale.id())
                .bind("code", sale.code())
                .bind("stall", sale.stallId())
                .bind("listing", listing(goods.listingId()))
                .bind("title", goods.title())
                .bind("category", goods.categoryCode())
                .bind("condition", goods.conditionCode())
                .bind("price", sale.price().amount())
                .bind("means", sale.means().name())
                .bind("snapshot", goods.snapshotHash())
                .bind("wipe", Parameters.in(R2dbcType.VARCHAR, goods.wipeCertificate()))
                .bind("soldAt", sale.soldAt())
                .bind("recordedAt", recordedAt)
                .bind("dueAt", dueAt)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<StallSale> find(UUID stall, UUID id) {
        return database.sql(COLUMNS + "where id = :id and stall_id = :stall")
                .bind("id", id)
                .bind("stall", stall)
                .map(SaleRepository::sale)
                .one();
    }

    /** The newest first, cancelled ones too. */
    public Flux<StallSale> findOf(UUID stall, int limit) {
        return database.sql(COLUMNS + "where stall_id = :stall order by sold_at desc, id desc limit :limit")
                .bind("stall", stall)
                .bind("limit", limit)
                .map(SaleRepository::sale)
                .all();
    }

    public Mono<Long> count(UUID stall) {
        return database.sql("select count(*) as sales from marketday.sale where stall_id = :stall")
                .bind("stall", stall)
                .map((row, metadata) -> required(row, "sales", Long.class))
                .one();
    }

    /** False where it is cancelled or told of already. */
    public Mono<Boolean> cancel(UUID id, Instant at) {
        return database.sql("""
                        update marketday.sale set cancelled_at = :at
                        where id = :id and cancelled_at is null and told_at is null
                        """)
                .bind("at", at)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Flux<UUID> findDue(Instant now, int limit) {
        return database.sql("""
                        select id from marketday.sale
                        where due_at <= :now and told_at is null and cancelled_at is null
                        order by due_at, id
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, metadata) -> required(row, "id", UUID.class))
                .all();
    }

    /** Of those who try, one gets it. */
    public Mono<Due> claim(UUID id, Instant now) {
        return database.sql("""
                        update marketday.sale set told_at = :now
                        from marketday.stall
                        join marketday.day on day.id = stall.day_id
                        where sale.id = :id and stall.id = sale.stall_id and told_at is null and sale.cancelled_at is null
                        returning %s, stall.holder, day.code as day_code, day.district_code
                        """.formatted(FIELDS))
                .bind("now", now)
                .bind("id", id)
                .map((row, metadata) -> new Due(
                        sale(row),
                        new AccountId(required(row, "holder", UUID.class)),
                        required(row, "day_code", String.class),
                        required(row, "district_code", String.class)))
                .one();
    }

    /** Sums of a whole day. */
    public Mono<DayReport> reportOfDay(UUID day) {
        return report("stall_id in (select id from marketday.stall where day_id = :id)", day);
    }

    /** Sums of one stall. */
    public Mono<DayReport> reportOfStall(UUID stall) {
        return report("stall_id = :id", stall);
    }

    private Mono<DayReport> report(String which, UUID id) {
        return database.sql("""
                        select category_code, means, count(*) as items, sum(price_fen)::bigint as fen
                        from marketday.sale
                        where cancelled_at is null and %s
                        group by category_code, means
                        """.formatted(which))
                .bind("id", id)
                .map(SaleRepository::reportRow)
                .all()
                .collectList()
                .flatMap(rows -> countCancelled(which, id).map(cancelled -> DayReport.of(rows, cancelled)));
    }

    private Mono<Integer> countCancelled(String which, UUID id) {
        return database.sql("""
                        select count(*) as sales from marketday.sale where cancelled_at is not null and %s
                        """.formatted(which))
                .bind("id", id)
                .map((row, metadata) -> required(row, "sales", Long.class).intValue())
                .one();
    }

    private static Parameter listing(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }

    private static DayReport.Row reportRow(Readable row) {
        return new DayReport.Row(
                required(row, "category_code", String.class),
                Means.valueOf(required(row, "means", String.class)),
                required(row, "items", Long.class).intValue(),
                required(row, "fen", Long.class));
    }

    private static StallSale sale(Readable row) {
        return new StallSale(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "stall_id", UUID.class),
                new Goods(
                        row.get("listing_id", UUID.class),
                        required(row, "title", String.class),
                        required(row, "category_code", String.class),
                        required(row, "condition_code", String.class),
                        required(row, "snapshot_hash", String.class),
                        row.get("wipe_certificate", String.class)),
                Money.fen(required(row, "price_fen", Long.class)),
                Means.valueOf(required(row, "means", String.class)),
                required(row, "sold_at", Instant.class),
                row.get("cancelled_at", Instant.class));
    }

    /** A sale that is told of, with what its record names. */
    public record Due(StallSale sale, AccountId seller, String dayCode, String districtCode) {}
}
