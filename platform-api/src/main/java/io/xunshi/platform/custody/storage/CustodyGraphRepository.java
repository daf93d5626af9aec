package io.xunshi.platform.custody.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.custody.domain.BatchKind;
import io.xunshi.platform.custody.domain.CustodyGraph.BatchNode;
import io.xunshi.platform.custody.domain.CustodyGraph.ParcelNode;
import io.xunshi.platform.custody.domain.CustodyGraph.Use;
import io.xunshi.platform.custody.domain.CustodyModel;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/**
 * Walks the chain from batch to batch. A batch is made of parcels that were there before, so that a walk ends; each is
 * visited once, and a limit ends the recursion as soon as so many were found. <code>offset 0</code> has the planner
 * look into the index for each step, rather than read the whole table at each.
 */
@Repository
public class CustodyGraphRepository {
    private final DatabaseClient database;

    CustodyGraphRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The batch that made a parcel. */
    public Flux<UUID> madeOf(UUID parcel) {
        return ids("select made_by as id from custody.parcel where id = :id", parcel);
    }

    /** Batches that took of a parcel. */
    public Flux<UUID> usersOf(UUID parcel) {
        return ids("select batch as id from custody.use where parcel = :id", parcel);
    }

    /** Batches by which parcels were put together for a lot, and by which it was delivered. */
    public Flux<UUID> ofLot(LotId lot) {
        return ids("select id from custody.batch where lot = :id", lot.value());
    }

    public Flux<UUID> ofDeal(DealId deal) {
        return ids("select id from custody.batch where deal = :id", deal.value());
    }

    /** These and what they are made of, the nearest first. */
    public Flux<UUID> back(Collection<UUID> starts, int limit) {
        return walk("""
                with recursive walk as (
                    select unnest(:starts::uuid[]) as batch
                    union
                    select source.made_by
                    from walk, lateral (select made_by from custody.use where use.batch = walk.batch offset 0) as source
                )
                select batch as id from walk limit :limit
                """, starts, limit);
    }

    /** These and what was made of what they made, the nearest first. */
    public Flux<UUID> forward(Collection<UUID> starts, int limit) {
        return walk("""
                with recursive walk as (
                    select unnest(:starts::uuid[]) as batch
                    union
                    select product.batch
                    from walk, lateral (select use.batch from custody.use where use.made_by = walk.batch offset 0) as product
                )
                select batch as id from walk limit :limit
                """, starts, limit);
    }

    public Flux<BatchNode> batches(Collection<UUID> ids) {
        return database.sql("""
                        select batch.id, code, kind, process, batch.organisation, counterparty, site.area, entered_grams,
                               loss_grams, outside_yield, source, reference, happened_on, deal, corrects
                        from custody.batch join custody.site on site.id = batch.site
                        where batch.id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(CustodyGraphRepository::batch)
                .all();
    }

    /** What batches took. */
    public Flux<Use> usesBy(Collection<UUID> batches) {
        return database.sql("select parcel, batch, grams from custody.use where batch = any(:batches)")
                .bind("batches", batches.toArray(UUID[]::new))
                .map(row -> new Use(
                        required(row, "parcel", UUID.class),
                        required(row, "batch", UUID.class),
                        required(row, "grams", Long.class)))
                .all();
    }

    /** What batches made. */
    public Flux<ParcelNode> madeBy(Collection<UUID> batches) {
        return parcels("made_by = any(:ids)", batches);
    }

    public Flux<ParcelNode> parcels(Collection<UUID> ids) {
        return parcels("id = any(:ids)", ids);
    }

    private Flux<ParcelNode> parcels(String which, Collection<UUID> ids) {
        return database.sql("""
                        select id, code, made_by, organisation, material, grams, left_grams, documented_grams, model
                        from custody.parcel where\s""" + which)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(CustodyGraphRepository::parcel)
                .all();
    }

    private Flux<UUID> ids(String select, UUID id) {
        return database.sql(select)
                .bind("id", id)
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    private Flux<UUID> walk(String select, Collection<UUID> starts, int limit) {
        return database.sql(select)
                .bind("starts", starts.toArray(UUID[]::new))
                .bind("limit", limit)
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    private static BatchNode batch(Readable row) {
        var counterparty = row.get("counterparty", UUID.class);
        var process = row.get("process", String.class);
        var source = row.get("source", String.class);
        var deal = row.get("deal", UUID.class);
        return new BatchNode(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                BatchKind.valueOf(required(row, "kind", String.class)),
                process == null ? null : ProcessKind.valueOf(process),
                new OrganisationId(required(row, "organisation", UUID.class)),
                counterparty == null ? null : new OrganisationId(counterparty),
                required(row, "area", String.class),
                required(row, "entered_grams", Long.class),
                required(row, "loss_grams", Long.class),
                required(row, "outside_yield", Boolean.class),
                source == null ? null : Source.valueOf(source),
                required(row, "reference", String.class),
                required(row, "happened_on", LocalDate.class),
                deal == null ? null : new DealId(deal),
                row.get("corrects", UUID.class));
    }

    private static ParcelNode parcel(Readable row) {
        return new ParcelNode(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "made_by", UUID.class),
                new OrganisationId(required(row, "organisation", UUID.class)),
                required(row, "material", String.class),
                required(row, "grams", Long.class),
                required(row, "left_grams", Long.class),
                required(row, "documented_grams", Long.class),
                CustodyModel.valueOf(required(row, "model", String.class)));
    }
}
