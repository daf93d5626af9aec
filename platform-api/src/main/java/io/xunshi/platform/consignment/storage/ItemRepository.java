package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ConsignedItem.Sale;
import io.xunshi.platform.consignment.domain.ConsignedItem.Way;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.domain.ShelfPlace;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Consigned things. A transition is one conditional statement; whoever comes second moves nothing. */
@Repository
public class ItemRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            id, code, agreement_id, point_id, listing_id, title, category_code, condition_code, appraised_fen, minimum_fen,
            per_mille, shelf, state, sold_way, sold_fen, commission_fen, settlement_id, taken_in_at, ended_at
            """;
    private static final String SELECT = "select " + COLUMNS + "from consignment.item\n";

    private final DatabaseClient database;

    ItemRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(ConsignedItem item, Instant now) {
        return database.sql("""
                        insert into consignment.item
                            (id, code, agreement_id, point_id, listing_id, title, category_code, condition_code, appraised_fen,
                             minimum_fen, per_mille, shelf, taken_in_at)
                        values (:id, :code, :agreement, :point, :listing, :title, :category, :condition, :appraised, :minimum,
                                :rate, :shelf, :now)
                        """)
                .bind("id", item.id())
                .bind("code", item.code())
                .bind("agreement", item.agreementId())
                .bind("point", item.point().value())
                .bind("listing", item.listingId())
                .bind("title", item.title())
                .bind("category", item.categoryCode())
                .bind("condition", item.conditionCode())
                .bind("appraised", item.appraised().amount())
                .bind("minimum", item.minimum().amount())
                .bind("rate", item.perMille())
                .bind("shelf", item.shelf())
                .bind("now", now)
                .then();
    }

    public Mono<ConsignedItem> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(ItemRepository::item)
                .one();
    }

    /** Empty for another point's as for none. */
    public Mono<ConsignedItem> findAt(PointId point, UUID id) {
        return find(id).filter(item -> item.point().equals(point));
    }

    /** Empty for another point's as for none. */
    public Mono<ConsignedItem> findByCodeAt(PointId point, String code) {
        return database.sql(SELECT + "where code = :code and point_id = :point")
                .bind("code", code)
                .bind("point", point.value())
                .map(ItemRepository::item)
                .one();
    }

    /** Labels that are none of the point's are left out. */
    public Flux<ConsignedItem> findByCodesAt(PointId point, Collection<String> codes) {
        return database.sql(SELECT + "where code = any(:codes) and point_id = :point")
                .bind("codes", codes.toArray(String[]::new))
                .bind("point", point.value())
                .map(ItemRepository::item)
                .all();
    }

    public Mono<ConsignedItem> findByListing(UUID listingId) {
        return database.sql(SELECT + "where listing_id = :listing")
                .bind("listing", listingId)
                .map(ItemRepository::item)
                .one();
    }

    /** In the order of their intake. */
    public Flux<ConsignedItem> findOfAgreements(Collection<UUID> agreements) {
        return database.sql(SELECT + "where agreement_id = any(:agreements) order by id")
                .bind("agreements", agreements.toArray(UUID[]::new))
                .map(ItemRepository::item)
                .all();
    }

    /** A point's, last taken in first. */
    public Flux<Placed> findOfPoint(PointId point, Wanted wanted, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(SELECT + """
                        where point_id = :point and (:state::text is null or state = :state)
                          and (:shelf::text is null or shelf = :shelf)
                          and (:words::text is null or strpos(lower(title), lower(:words)) > 0)
                          and (taken_in_at, id) < (:at, :id)
                        order by taken_in_at desc, id desc
                        limit :limit
                        """)
                .bind("point", point.value())
                .bind(
                        "state",
                        text(wanted.state() == null ? null : wanted.state().name()))
                .bind("shelf", text(wanted.shelf()))
                .bind("words", text(wanted.words()))
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map((Readable row) -> new Placed(item(row), required(row, "taken_in_at", Instant.class)))
                .all();
    }

    /** By name: what stands where. */
    public Flux<ShelfPlace> placesOf(PointId point) {
        return database.sql("""
                        select shelf, count(*) as things, sum(appraised_fen)::bigint as appraised, min(taken_in_at) as longest
                        from consignment.item
                        where point_id = :point and state in ('ON_SALE', 'EXPIRED')
                        group by shelf
                        order by shelf
                        limit 1000
                        """)
                .bind("point", point.value())
                .map((row, metadata) -> new ShelfPlace(
                        required(row, "shelf", String.class),
                        required(row, "things", Long.class).intValue(),
                        Money.fen(required(row, "appraised", Long.class)),
                        required(row, "longest", Instant.class)))
                .all();
    }

    /** How many things take room at a point. */
    public Mono<Long> countHere(PointId point) {
        return database.sql("""
                        select count(*) as here from consignment.item
                        where point_id = :point and state in ('ON_SALE', 'EXPIRED')
                        """)
                .bind("point", point.value())
                .map((row, metadata) -> required(row, "here", Long.class))
                .one();
    }

    public Mono<Boolean> putOnShelf(PointId point, UUID id, String shelf) {
        return database.sql("""
                        update consignment.item set shelf = :shelf
                        where id = :id and point_id = :point and state in ('ON_SALE', 'EXPIRED')
                        """)
                .bind("shelf", shelf)
                .bind("id", id)
                .bind("point", point.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What is on sale at a point, in the order of its labels. */
    public Flux<ConsignedItem> findOnSale(PointId point) {
        return database.sql(SELECT + "where point_id = :point and state = 'ON_SALE' order by code limit 5000")
                .bind("point", point.value())
                .map(ItemRepository::item)
                .all();
    }

    /** As it is once sold; empty where it was not in the state any more. */
    public Mono<ConsignedItem> sell(UUID id, ItemState from, Sale sale, Instant now) {
        return end(id, from, ItemState.SOLD, sale, now);
    }

    /** As it is once it is gone for good; empty where it was not in the state any more. */
    public Mono<ConsignedItem> lose(UUID id, ItemState from, Sale compensation, Instant now) {
        return end(id, from, ItemState.LOST, compensation, now);
    }

    /** As it is after the step; empty where it was not in the first state any more. */
    public Mono<ConsignedItem> move(UUID id, ItemState from, ItemState to, Instant now) {
        return database.sql("""
                        update consignment.item set state = :to, ended_at = :now
                        where id = :id and state = :from
                        returning\s""" + COLUMNS)
                .bind("to", to.name())
                .bind("now", now)
                .bind("id", id)
                .bind("from", from.name())
                .map(ItemRepository::item)
                .one();
    }

    private Mono<ConsignedItem> end(UUID id, ItemState from, ItemState to, Sale sale, Instant now) {
        return database.sql("""
                        update consignment.item
                        set state = :to, sold_way = :way, sold_fen = :price, commission_fen = :commission, ended_at = :now
                        where id = :id and state = :from
                        returning\s""" + COLUMNS)
                .bind("to", to.name())
                .bind("from", from.name())
                .bind("way", sale.way().name())
                .bind("price", sale.price().amount())
                .bind("commission", sale.commission().amount())
                .bind("now", now)
                .bind("id", id)
                .map(ItemRepository::item)
                .one();
    }

    /** Those whose share is still owed; whoever else settles them waits until the caller's transaction ends. */
    public Flux<ConsignedItem> findUnsettledForUpdate(UUID agreement) {
        return database.sql(SELECT + """
                        where agreement_id = :agreement and state in ('SOLD', 'LOST') and settlement_id is null
                        order by id
                        for update
                        """)
                .bind("agreement", agreement)
                .map(ItemRepository::item)
                .all();
    }

    public Mono<Void> settle(Collection<UUID> ids, UUID settlement) {
        return database.sql("update consignment.item set settlement_id = :settlement where id = any(:ids)")
                .bind("settlement", settlement)
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    private static ConsignedItem item(Readable row) {
        return new ConsignedItem(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "agreement_id", UUID.class),
                new PointId(required(row, "point_id", UUID.class)),
                required(row, "listing_id", UUID.class),
                required(row, "title", String.class),
                required(row, "category_code", String.class),
                required(row, "condition_code", String.class),
                Money.fen(required(row, "appraised_fen", Long.class)),
                Money.fen(required(row, "minimum_fen", Long.class)),
                required(row, "per_mille", Integer.class),
                required(row, "shelf", String.class),
                ItemState.valueOf(required(row, "state", String.class)),
                sale(row),
                row.get("settlement_id", UUID.class),
                row.get("ended_at", Instant.class));
    }

    private static @Nullable Sale sale(Readable row) {
        var way = row.get("sold_way", String.class);
        return way == null
                ? null
                : new Sale(
                        Way.valueOf(way),
                        Money.fen(required(row, "sold_fen", Long.class)),
                        Money.fen(required(row, "commission_fen", Long.class)));
    }

    /**
     * Which things are asked for; null for any.
     *
     * @param words a part of the title
     */
    public record Wanted(
            @Nullable ItemState state,
            @Nullable String shelf,
            @Nullable String words) {}

    /** A thing with its place in the list. */
    public record Placed(ConsignedItem item, Instant takenInAt) {}
}
