package io.xunshi.platform.exchange.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lots. Every step is one conditional statement. */
@Repository
public class LotRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private static final String ON_OFFER = """
            state in ('OFFERED', 'PROMISED', 'HELD')
            and (cardinality(:materials) = 0 or material = any(:materials))
            and (:area::text is null or area = :area)
            and not exists (select from unnest(:patterns) as pattern where title not ilike pattern)
            """;

    private final DatabaseClient database;

    LotRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Lots of an organisation that have not ended. */
    public Mono<Long> countOffered(OrganisationId seller) {
        return database.sql("""
                        select count(*) as lots from exchange.lot
                        where seller = :seller and state in ('OFFERED', 'PROMISED', 'HELD')
                        """)
                .bind("seller", seller.value())
                .map(row -> required(row, "lots", Long.class))
                .one();
    }

    public Mono<Void> add(Lot lot) {
        var statement = database.sql("""
                        insert into exchange.lot
                            (id, code, seller, offered_by, state, material, material_edition, measure, title, quantity,
                             remaining, area, price_fen, tax, terms, photos, version, terms_version, offered_at, ends_at)
                        values (:id, :code, :seller, :offeredBy, :state, :material, :edition, :measure, :title, :quantity,
                                :quantity, :area, :price, :tax, :terms::jsonb, :photos, :version, 1, :offeredAt, :endsAt)
                        """)
                .bind("id", lot.id().value())
                .bind("code", lot.code())
                .bind("seller", lot.seller().value())
                .bind("offeredBy", lot.offeredBy().value())
                .bind("state", lot.state().name())
                .bind("version", lot.version())
                .bind("offeredAt", lot.offeredAt());
        return LotRows.bind(statement, lot).then();
    }

    /** As said anew; empty where it is of another version, or not only offered. */
    public Mono<Lot> edit(Lot lot) {
        var statement =
                database.sql("""
                        update exchange.lot
                        set material = :material, material_edition = :edition, measure = :measure, title = :title,
                            quantity = :quantity, remaining = :quantity, area = :area, price_fen = :price, tax = :tax, terms = :terms::jsonb,
                            photos = :photos, ends_at = :endsAt, version = version + 1,
                            terms_version = terms_version + 1
                        where id = :id and version = :version and state = 'OFFERED' and remaining = quantity
                        returning\s""" + LotRows.COLUMNS).bind("id", lot.id().value()).bind("version", lot.version());
        return LotRows.bind(statement, lot).map(LotRows::lot).one();
    }

    /** What is said beside its terms is another; empty where it is not only offered, or a deal has a part of it. */
    public Mono<Lot> restate(LotId id) {
        return database.sql("""
                        update exchange.lot
                        set version = version + 1, terms_version = terms_version + 1
                        where id = :id and state = 'OFFERED' and remaining = quantity
                        returning\s""" + LotRows.COLUMNS)
                .bind("id", id.value())
                .map(LotRows::lot)
                .one();
    }

    public Mono<Lot> find(LotId id) {
        return database.sql("select " + LotRows.COLUMNS + " from exchange.lot where id = :id")
                .bind("id", id.value())
                .map(LotRows::lot)
                .one();
    }

    public Flux<Lot> findAll(Collection<LotId> ids) {
        return database.sql("select " + LotRows.COLUMNS + " from exchange.lot where id = any(:ids)")
                .bind("ids", ids.stream().map(LotId::value).toArray(UUID[]::new))
                .map(LotRows::lot)
                .all();
    }

    /** In whatever state, newest first. */
    public Flux<Lot> findOf(OrganisationId seller, @Nullable Cursor after, int limit) {
        return paged(database.sql("select " + LotRows.COLUMNS + """
                         from exchange.lot
                        where seller = :seller and (offered_at, id) < (:at, :id)
                        order by offered_at desc, id desc
                        limit :limit
                        """).bind("seller", seller.value()), after, limit);
    }

    /** What everybody may find, newest first. */
    public Flux<Lot> findOnOffer(OfferFilter filter, @Nullable Cursor after, int limit) {
        var statement = database.sql("select " + LotRows.COLUMNS + " from exchange.lot where " + ON_OFFER + """
                         and (offered_at, id) < (:at, :id)
                        order by offered_at desc, id desc
                        limit :limit
                        """)
                .bind("materials", filter.materials().toArray(String[]::new))
                .bind("area", Parameters.in(R2dbcType.VARCHAR, filter.area()))
                .bind("patterns", filter.patterns());
        return paged(statement, after, limit);
    }

    /** What everybody may find, in the order of the ids. */
    public Flux<Lot> findOnOfferAfter(@Nullable UUID last, int limit) {
        return database.sql("select " + LotRows.COLUMNS + """
                         from exchange.lot
                        where state in ('OFFERED', 'PROMISED', 'HELD') and (:last::uuid is null or id > :last)
                        order by id
                        limit :limit
                        """)
                .bind("last", last == null ? Parameters.in(UUID.class) : Parameters.in(last))
                .bind("limit", limit)
                .map(LotRows::lot)
                .all();
    }

    /** A part of it is a deal's; empty where so much is not to be had in one part. */
    public Mono<Lot> take(LotId id, long termsVersion, UUID holder, long quantity) {
        return database.sql("""
                        update exchange.lot
                        set remaining = remaining - :quantity, version = version + 1,
                            state = case when remaining = :quantity then 'PROMISED' else 'OFFERED' end
                        where id = :id and terms_version = :terms and state = 'OFFERED' and remaining >= :quantity
                          and (:quantity >= (terms ->> 'leastQuantity')::bigint or :quantity = remaining)
                        returning\s""" + LotRows.COLUMNS)
                .bind("id", id.value())
                .bind("terms", termsVersion)
                .bind("quantity", quantity)
                .map(LotRows::lot)
                .one()
                .delayUntil(lot -> addPart(id, holder, quantity));
    }

    /** A part of what somebody holds is a deal's; empty where the holder does not have so much. */
    public Mono<Lot> takeHeld(LotId id, UUID holder, UUID deal, long quantity) {
        return database.sql("""
                        update exchange.lot
                        set remaining = remaining - :quantity, version = version + 1
                        where id = :id and state = 'HELD' and holder = :holder and remaining >= :quantity
                        returning\s""" + LotRows.COLUMNS)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("quantity", quantity)
                .map(LotRows::lot)
                .one()
                .delayUntil(lot -> addPart(id, deal, quantity));
    }

    private Mono<Void> addPart(LotId id, UUID deal, long quantity) {
        return database.sql("""
                        insert into exchange.lot_part (lot_id, holder, quantity, state)
                        values (:lot, :holder, :quantity, 'TAKEN')
                        """)
                .bind("lot", id.value())
                .bind("holder", deal)
                .bind("quantity", quantity)
                .then();
    }

    /** How much a deal gives back; empty where it has nothing. */
    public Mono<Long> dropPart(LotId id, UUID holder) {
        return movePart(id, holder, "GIVEN_BACK");
    }

    /** How much a deal has bought; empty where it has nothing. */
    public Mono<Long> sellPart(LotId id, UUID holder) {
        return movePart(id, holder, "SOLD");
    }

    private Mono<Long> movePart(LotId id, UUID holder, String to) {
        return database.sql("""
                        update exchange.lot_part set state = :to
                        where lot_id = :lot and holder = :holder and state = 'TAKEN'
                        returning quantity
                        """)
                .bind("to", to)
                .bind("lot", id.value())
                .bind("holder", holder)
                .map(row -> required(row, "quantity", Long.class))
                .one();
    }

    /** Whether a deal has bought its part. */
    public Mono<Boolean> isPartSold(LotId id, UUID holder) {
        return database.sql("""
                        select exists (
                            select from exchange.lot_part where lot_id = :lot and holder = :holder and state = 'SOLD') as sold
                        """)
                .bind("lot", id.value())
                .bind("holder", holder)
                .map(row -> required(row, "sold", Boolean.class))
                .one();
    }

    /** So much is with who holds it, or offered again; empty where the lot has ended. */
    public Mono<Lot> restore(LotId id, long quantity) {
        return database.sql("""
                        update exchange.lot
                        set remaining = remaining + :quantity, version = version + 1,
                            state = case state when 'HELD' then 'HELD' else 'OFFERED' end
                        where id = :id and state in ('OFFERED', 'PROMISED', 'HELD')
                        returning\s""" + LotRows.COLUMNS)
                .bind("id", id.value())
                .bind("quantity", quantity)
                .map(LotRows::lot)
                .one();
    }

    /** Ends a lot of which every part is sold; empty where there is something left, or another deal has a part. */
    public Mono<Lot> endSold(LotId id, Instant now) {
        return database.sql("""
                        update exchange.lot
                        set state = 'SOLD', holder = null, ended_at = :now, version = version + 1
                        where id = :id and state in ('PROMISED', 'HELD') and remaining = 0
                          and not exists (select from exchange.lot_part where lot_id = :id and lot_part.state = 'TAKEN')
                        returning\s""" + LotRows.COLUMNS)
                .bind("id", id.value())
                .bind("now", now)
                .map(LotRows::lot)
                .one();
    }

    /** Of any number of callers one gets it; the same holder gets it again. */
    public Mono<Lot> hold(LotId id, UUID holder) {
        return database.sql("""
                        update exchange.lot
                        set state = 'HELD', holder = :holder, version = version + 1
                        where id = :id and (state = 'OFFERED' and remaining = quantity or state = 'HELD' and holder = :holder)
                        returning\s""" + LotRows.COLUMNS)
                .bind("id", id.value())
                .bind("holder", holder)
                .map(LotRows::lot)
                .one();
    }

    /** What no deal has is offered again; empty where this holder does not have it. */
    public Mono<Lot> letGo(LotId id, UUID holder) {
        return database.sql("""
                        update exchange.lot
                        set state = case when remaining = 0 then 'PROMISED' else 'OFFERED' end, holder = null,
                            version = version + 1
                        where id = :id and state = 'HELD' and holder = :holder
                        returning\s""" + LotRows.COLUMNS)
                .bind("id", id.value())
                .bind("holder", holder)
                .map(LotRows::lot)
                .one();
    }

    /** Empty where this holder does not have it, or has sold it. */
    public Mono<Lot> sell(LotId id, UUID holder, OrganisationId buyer, Instant now) {
        return database.sql("""
                        update exchange.lot
                        set state = 'SOLD', buyer = :buyer, ended_at = :now, version = version + 1
                        where id = :id and state = 'HELD' and holder = :holder
                        returning\s""" + LotRows.COLUMNS)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("buyer", buyer.value())
                .bind("now", now)
                .map(LotRows::lot)
                .one();
    }

    /** Whether this holder has sold it to this buyer. */
    public Mono<Lot> findSold(LotId id, UUID holder, OrganisationId buyer) {
        return database.sql("select " + LotRows.COLUMNS + """
                         from exchange.lot
                        where id = :id and state = 'SOLD' and holder = :holder and buyer = :buyer
                        """)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("buyer", buyer.value())
                .map(LotRows::lot)
                .one();
    }

    /** Ends an offer; empty where it is held or has ended. */
    public Mono<Lot> end(LotId id, LotState as, Instant now) {
        return database.sql("""
                        update exchange.lot
                        set state = :state, ended_at = :now, version = version + 1
                        where id = :id and state = 'OFFERED'
                        returning\s""" + LotRows.COLUMNS)
                .bind("state", as.name())
                .bind("now", now)
                .bind("id", id.value())
                .map(LotRows::lot)
                .one();
    }

    /** Offers whose last day is over, the oldest first. */
    public Flux<LotId> findOver(Instant now, int limit) {
        return database.sql("""
                        select id from exchange.lot
                        where state = 'OFFERED' and ends_at <= :now
                        order by ends_at
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new LotId(required(row, "id", UUID.class)))
                .all();
    }

    private static Flux<Lot> paged(GenericExecuteSpec statement, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return statement
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(LotRows::lot)
                .all();
    }
}
