package io.xunshi.platform.listing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingFilter;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.media.PhotoId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Listings. Every change is one conditional statement that says which version it made, or that it came too late. */
@Repository
public class ListingRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    ListingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Stores a new item with a draft over it. */
    public Mono<Void> addDraft(Listing draft) {
        var insert = database.sql("""
                        with item as (
                            insert into listing.item (id, owner, created_at) values (:item, :seller, :at) returning id)
                        insert into listing.listing
                            (id, code, item_id, seller, state, title, description, category_code, attributes, condition_code,
                             price_fen, currency, district_code, lat, lon, photo_ids, for_sale, rental, swap, gift, shipping,
                             stock, report, version, created_at, updated_at)
                        select :id, :code, item.id, :seller, 'DRAFT', :title, :description, :category, :attributes, :condition,
                               :price, :currency, :district, :lat, :lon, :photos, :forSale, :rental, :swap, :gift, :shipping,
                               :stock, :report, 1, :at, :at
                        from item
                        """)
                .bind("item", draft.itemId())
                .bind("seller", draft.seller().value())
                .bind("at", draft.createdAt())
                .bind("id", draft.id().value())
                .bind("code", draft.code());
        return bindOffer(insert, draft.offer()).then();
    }

    /**
     * As edited; empty where the listing is not the owner's, of another version, or not editable now. A stock of which
     * nothing is left is reserved, and on offer again when there is more of it.
     */
    public Mono<Listing> edit(ListingId id, AccountId owner, long version, Offer offer, Instant now) {
        var update = database.sql("""
                        update listing.listing
                        set title = :title, description = :description, category_code = :category, attributes = :attributes,
                            condition_code = :condition, price_fen = :price, currency = :currency, district_code = :district,
                            lat = :lat, lon = :lon, photo_ids = :photos, for_sale = :forSale, rental = :rental,
                            swap = :swap, gift = :gift, shipping = :shipping, stock = :stock, report = :report,
                            state = case
                                when state in ('PUBLISHED', 'RESERVED') then
                                    case when :stock::integer = promised then 'RESERVED' else 'PUBLISHED' end
                                else state
                            end,
                            version = version + 1, updated_at = :now
                        where id = :id and seller = :owner and version = :version
                          and (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN') or state = 'RESERVED' and stock is not null)
                        returning\s""" + ListingRows.COLUMNS)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("version", version)
                .bind("now", now);
        return bindOffer(update, offer).map(ListingRows::listing).one();
    }

    /** Keeps what a version said. */
    public Mono<Void> remember(ListingId id, long version, Offer offer, Instant now) {
        return database.sql("""
                        insert into listing.revision (listing_id, version, offer, changed_at)
                        values (:id, :version, :offer, :now)
                        """)
                .bind("id", id.value())
                .bind("version", version)
                .bind("offer", ListingRows.wholeOffer(offer))
                .bind("now", now)
                .then();
    }

    /**
     * As it is after an owner's step from one state to another; empty where it was not in the first, or where nothing
     * is left to be offered.
     */
    public Mono<Listing> move(ListingId id, AccountId owner, ListingState from, ListingState to, Instant now) {
        return database.sql("""
                        update listing.listing
                        set state = :to, version = version + 1, updated_at = :now,
                            published_at = case when :to = 'PUBLISHED' then :now else published_at end
                        where id = :id and seller = :owner and state = :from
                          and (:to not in ('PUBLISHED', 'IN_REVIEW') or promised < coalesce(stock, 1))
                        returning\s""" + ListingRows.COLUMNS)
                .bind("to", to.name())
                .bind("now", now)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("from", from.name())
                .map(ListingRows::listing)
                .one();
    }

    public Mono<Boolean> deleteDraft(ListingId id, AccountId owner) {
        return database.sql("""
                        with gone as (
                            delete from listing.listing
                            where id = :id and seller = :owner and state = 'DRAFT'
                            returning item_id)
                        select item_id from gone
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map((row, metadata) -> required(row, "item_id", UUID.class))
                .one()
                .flatMap(item -> database.sql("delete from listing.item where id = :item")
                        .bind("item", item)
                        .then()
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    public Mono<Listing> find(ListingId id) {
        return database.sql("select " + ListingRows.COLUMNS + " from listing.listing where id = :id")
                .bind("id", id.value())
                .map(ListingRows::listing)
                .one();
    }

    /** Whoever wants to promise or change it waits until the caller's transaction ends. */
    public Mono<Listing> findForUpdate(ListingId id) {
        return database.sql("select " + ListingRows.COLUMNS + " from listing.listing where id = :id for update")
                .bind("id", id.value())
                .map(ListingRows::listing)
                .one();
    }

    /** From now on a module keeps it, and its seller changes nothing by hand. */
    public Mono<Void> manage(ListingId id) {
        return database.sql("update listing.listing set managed = true where id = :id")
                .bind("id", id.value())
                .then();
    }

    public Flux<Listing> findAll(Collection<ListingId> ids) {
        return database.sql("select " + ListingRows.COLUMNS
                        + " from listing.listing where id = any(:ids) and state not in ('DRAFT', 'IN_REVIEW')")
                .bind("ids", ids.stream().map(ListingId::value).toArray(UUID[]::new))
                .map(ListingRows::listing)
                .all();
    }

    /** An owner's listings, last changed first. */
    public Flux<Listing> findOwn(AccountId owner, @Nullable ListingState state, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("select " + ListingRows.COLUMNS + """
                         from listing.listing
                        where seller = :owner and (:state::text is null or state = :state)
                          and (updated_at, id) < (:at, :id)
                        order by updated_at desc, id desc
                        limit :limit
                        """)
                .bind("owner", owner.value())
                .bind("state", Parameters.in(R2dbcType.VARCHAR, state == null ? null : state.name()))
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(ListingRows::listing)
                .all();
    }

    /** What a person offers, newest first. */
    public Flux<Listing> findPublishedOf(AccountId seller, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("select " + ListingRows.COLUMNS + """
                         from listing.listing
                        where seller = :seller and state = 'PUBLISHED' and (published_at, id) < (:at, :id)
                        order by published_at desc, id desc
                        limit :limit
                        """)
                .bind("seller", seller.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(ListingRows::listing)
                .all();
    }

    /** Listings of others that show any of the photos: on offer now, or refused by a moderator before. */
    public Flux<Listing> findShowing(Collection<PhotoId> photos, AccountId except) {
        return database.sql("select " + ListingRows.COLUMNS + """
                         from listing.listing
                        where photo_ids && :photos and seller <> :except
                          and (state in ('PUBLISHED', 'RESERVED')
                               or exists (
                                   select from listing.moderation_case
                                   where moderation_case.listing_id = listing.id and outcome = 'REFUSED'))
                        order by created_at, id
                        """)
                .bind("photos", photos.stream().map(PhotoId::value).toArray(UUID[]::new))
                .bind("except", except.value())
                .map(ListingRows::listing)
                .all();
    }

    public Flux<Listing> publishedAfter(@Nullable ListingId after, int limit) {
        return database.sql("select " + ListingRows.COLUMNS + """
                         from listing.listing
                        where state = 'PUBLISHED' and id > :after
                        order by id
                        limit :limit
                        """)
                .bind("after", after == null ? new UUID(0, 0) : after.value())
                .bind("limit", limit)
                .map(ListingRows::listing)
                .all();
    }

    public Flux<Listing> publishedOf(Collection<AccountId> sellers, int limit) {
        return database.sql("select " + ListingRows.COLUMNS + """
                         from listing.listing
                        where seller = any(:sellers) and state = 'PUBLISHED'
                        order by published_at desc, id desc
                        limit :limit
                        """)
                .bind("sellers", sellers.stream().map(AccountId::value).toArray(UUID[]::new))
                .bind("limit", limit)
                .map(ListingRows::listing)
                .all();
    }

    /** What is open to swaps, the last published first. */
    public Flux<Listing> openToSwap(int limit) {
        return database.sql("select " + ListingRows.COLUMNS + """
                         from listing.listing
                        where state = 'PUBLISHED' and swap is not null and not managed
                        order by published_at desc, id desc
                        limit :limit
                        """)
                .bind("limit", limit)
                .map(ListingRows::listing)
                .all();
    }

    public Flux<Listing> latestPublished(ListingFilter filter, int limit) {
        return database.sql("select " + ListingRows.COLUMNS + """
                         from listing.listing
                        where state = 'PUBLISHED'
                          and (cardinality(:categories) = 0 or category_code = any(:categories))
                          and (cardinality(:districts) = 0 or district_code = any(:districts))
                          and (cardinality(:conditions) = 0 or condition_code = any(:conditions))
                          and (:minPrice::bigint is null or price_fen >= :minPrice)
                          and (:maxPrice::bigint is null or price_fen <= :maxPrice)
                          and (not :swap or swap is not null)
                          and (not :send or shipping is not null)
                        order by published_at desc
                        limit :limit
                        """)
                .bind("categories", filter.categoryCodes().toArray(String[]::new))
                .bind("districts", filter.districtCodes().toArray(String[]::new))
                .bind("conditions", filter.conditionCodes().toArray(String[]::new))
                .bind("minPrice", Parameters.in(R2dbcType.BIGINT, filter.minPriceFen()))
                .bind("maxPrice", Parameters.in(R2dbcType.BIGINT, filter.maxPriceFen()))
                .bind("swap", filter.onlyToSwap())
                .bind("send", filter.onlyToSend())
                .bind("limit", limit)
                .map(ListingRows::listing)
                .all();
    }

    private static GenericExecuteSpec bindOffer(GenericExecuteSpec statement, Offer offer) {
        var withRental = bind(statement, "rental", ListingRows.rental(offer));
        var withSwap = bind(withRental, "swap", ListingRows.swap(offer));
        var withGift = bind(withSwap, "gift", ListingRows.gift(offer));
        var withShipping = bind(withGift, "shipping", ListingRows.shipping(offer));
        return bind(withShipping, "report", ListingRows.report(offer))
                .bind("forSale", offer.forSale())
                .bind("stock", Parameters.in(R2dbcType.INTEGER, offer.stock()))
                .bind("title", offer.title())
                .bind("description", offer.description())
                .bind("category", Parameters.in(R2dbcType.VARCHAR, offer.categoryCode()))
                .bind("attributes", ListingRows.attributes(offer))
                .bind("condition", Parameters.in(R2dbcType.VARCHAR, offer.conditionCode()))
                .bind("price", Parameters.in(R2dbcType.BIGINT, amountOf(offer.price())))
                .bind("currency", Money.CNY)
                .bind("district", Parameters.in(R2dbcType.VARCHAR, offer.districtCode()))
                .bind("lat", Parameters.in(R2dbcType.DOUBLE, latOf(offer.place())))
                .bind("lon", Parameters.in(R2dbcType.DOUBLE, lonOf(offer.place())))
                .bind("photos", ListingRows.photoIds(offer));
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, String name, @Nullable Json value) {
        return value == null ? statement.bindNull(name, Json.class) : statement.bind(name, value);
    }

    private static @Nullable Long amountOf(@Nullable Money price) {
        return price == null ? null : price.amount();
    }

    private static @Nullable Double latOf(@Nullable Place place) {
        return place == null ? null : place.lat();
    }

    private static @Nullable Double lonOf(@Nullable Place place) {
        return place == null ? null : place.lon();
    }
}
