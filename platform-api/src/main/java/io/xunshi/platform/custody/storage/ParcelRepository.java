package io.xunshi.platform.custody.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.custody.domain.Draw;
import io.xunshi.platform.custody.domain.Held;
import io.xunshi.platform.custody.domain.Parcel;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Parcels. What is left of one goes down by one conditional statement, so that no gram is used twice. */
@Repository
public class ParcelRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String PARCEL = "select " + ParcelRows.COLUMNS + " from custody.parcel ";

    private final DatabaseClient database;

    ParcelRepository(DatabaseClient database) {
        this.database = database;
    }

    /** In no particular order. */
    public Flux<Parcel> findAll(Collection<UUID> ids) {
        return database.sql(PARCEL + "where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(ParcelRows::parcel)
                .all();
    }

    /** Of which something is left, newest first. */
    public Flux<Parcel> findLeft(
            OrganisationId organisation,
            @Nullable UUID site,
            @Nullable String material,
            @Nullable Cursor after,
            int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(PARCEL + """
                        where organisation = :organisation and left_grams > 0
                          and (:site::uuid is null or site = :site) and (:material::text is null or material = :material)
                          and (made_at, id) < (:at, :id)
                        order by made_at desc, id desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("site", orNull(site))
                .bind("material", Parameters.in(R2dbcType.VARCHAR, material))
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(ParcelRows::parcel)
                .all();
    }

    /**
     * Parcels that together have so much, or all there are: those put together for the lot, then those for none, then
     * the others, the oldest first.
     */
    public Flux<Parcel> findForDelivery(OrganisationId seller, String material, LotId lot, long grams) {
        return database.sql("select " + ParcelRows.COLUMNS + """
                        from (
                            select *, sum(left_grams) over (order by rank, made_at, id) - left_grams as before
                            from (select *, case when lot = :lot then 0 when lot is null then 1 else 2 end as rank
                                  from custody.parcel
                                  where organisation = :seller and material = :material and left_grams > 0) as ranked
                        ) as parcel
                        where before < :grams
                        order by rank, made_at, id
                        """)
                .bind("seller", seller.value())
                .bind("material", material)
                .bind("lot", lot.value())
                .bind("grams", grams)
                .map(ParcelRows::parcel)
                .all();
    }

    /** How much of a material stands in an organisation's parcels. */
    public Mono<Long> leftOf(OrganisationId organisation, String material) {
        return database.sql("""
                        select coalesce(sum(left_grams), 0)::bigint as grams from custody.parcel
                        where organisation = :organisation and material = :material and left_grams > 0
                        """)
                .bind("organisation", organisation.value())
                .bind("material", material)
                .map(row -> required(row, "grams", Long.class))
                .one();
    }

    /** What stands in an organisation's parcels, by material and site. */
    public Flux<Held> heldBy(OrganisationId organisation) {
        return database.sql("""
                        select material, site, sum(left_grams)::bigint as grams, sum(
                                   div(documented_grams::numeric * left_grams, grams))::bigint as documented
                        from custody.parcel
                        where organisation = :organisation and left_grams > 0
                        group by material, site order by material, site
                        """)
                .bind("organisation", organisation.value())
                .map(row -> new Held(
                        required(row, "material", String.class),
                        required(row, "site", UUID.class),
                        required(row, "grams", Long.class),
                        required(row, "documented", Long.class)))
                .all();
    }

    /** So much of each is used; the ids of those of which so much was left. They are locked in one order. */
    public Flux<UUID> draw(Collection<Draw> draws) {
        var ids = draws.stream().map(draw -> draw.parcel().id()).toArray(UUID[]::new);
        return lock(ids)
                .thenMany(database.sql("""
                                update custody.parcel set left_grams = left_grams - draw.grams
                                from unnest(:ids, :grams) as draw (id, grams)
                                where parcel.id = draw.id and left_grams >= draw.grams
                                returning parcel.id
                                """)
                        .bind("ids", ids)
                        .bind("grams", draws.stream().map(Draw::grams).toArray(Long[]::new))
                        .map(row -> required(row, "id", UUID.class))
                        .all());
    }

    private Mono<Void> lock(UUID[] ids) {
        return database.sql("select id from custody.parcel where id = any(:ids) order by id for no key update")
                .bind("ids", ids)
                .then();
    }

    public Mono<Void> add(Parcel parcel) {
        var lot = parcel.lot();
        return database.sql("""
                        insert into custody.parcel
                            (id, code, made_by, organisation, site, material, grams, left_grams, documented_grams, model,
                             lot, made_at)
                        values (:id, :code, :madeBy, :organisation, :site, :material, :grams, :left, :documented, :model,
                                :lot, :madeAt)
                        """)
                .bind("id", parcel.id())
                .bind("code", parcel.code())
                .bind("madeBy", parcel.madeBy())
                .bind("organisation", parcel.organisation().value())
                .bind("site", parcel.site())
                .bind("material", parcel.materialCode())
                .bind("grams", parcel.grams())
                .bind("left", parcel.left())
                .bind("documented", parcel.documented())
                .bind("model", parcel.model().name())
                .bind("lot", orNull(lot == null ? null : lot.value()))
                .bind("madeAt", parcel.madeAt())
                .then();
    }

    static Parameter orNull(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }
}
