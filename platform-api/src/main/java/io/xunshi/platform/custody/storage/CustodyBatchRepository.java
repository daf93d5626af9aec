package io.xunshi.platform.custody.storage;

import static io.xunshi.platform.custody.storage.ParcelRepository.orNull;
import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.custody.domain.Batch;
import io.xunshi.platform.custody.domain.BatchKind;
import io.xunshi.platform.custody.domain.Composition;
import io.xunshi.platform.custody.domain.CustodyEvent;
import io.xunshi.platform.custody.domain.Draw;
import io.xunshi.platform.custody.domain.EventFilter;
import io.xunshi.platform.custody.domain.Parcel;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.custody.domain.Product;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Batches with what they took and what they made. Rows are only ever added. */
@Repository
public class CustodyBatchRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private static final Cursor EARLIEST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final String BATCH = """
            select id, code, kind, organisation, counterparty, site, process, recipe_edition, entered_grams, loss_grams,
                   outside_yield, source, reference, happened_on, corrects, deal, lot, entered_by, entered_at
            from custody.batch
            """;

    private final DatabaseClient database;

    CustodyBatchRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * When the next batch enters: later than all that have. Nobody else gets a moment until the caller's transaction
     * ends, so that no batch appears before one that somebody has read, whatever locks it had to wait for. Asked for
     * after all those, shortly before the end.
     */
    public Mono<Instant> nextMoment(Instant now) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('custody.entered', 0))")
                .then()
                .then(database.sql("""
                                select greatest(:now::timestamptz, max(entered_at) + interval '1 microsecond') as moment
                                from custody.batch
                                """)
                        .bind("now", now)
                        .map(row -> required(row, "moment", Instant.class))
                        .one());
    }

    /** The batch alone; its parcels are added after it. Empty where what it corrects was corrected already. */
    public Mono<Batch> add(Batch batch) {
        var composition = batch.composition();
        var counterparty = batch.counterparty();
        var process = batch.process();
        var source = batch.source();
        var deal = batch.deal();
        var lot = batch.lot();
        var enteredBy = batch.enteredBy();
        return database.sql("""
                        insert into custody.batch
                            (id, code, kind, organisation, counterparty, site, process, recipe_edition, input_grams,
                             entered_grams, output_grams, loss_grams, outside_yield, source, reference, happened_on,
                             corrects, deal, lot, hash, event_digest, biz_step, entered_by, entered_at)
                        values (:id, :code, :kind, :organisation, :counterparty, :site, :process, :edition, :drawn,
                                :entered, :made, :loss, :outside, :source, :reference, :happenedOn, :corrects, :deal, :lot,
                                :hash, :digest, :bizStep, :enteredBy, :enteredAt)
                        on conflict (corrects) do nothing
                        """)
                .bind("id", batch.id())
                .bind("code", batch.code())
                .bind("kind", batch.kind().name())
                .bind("organisation", batch.organisation().value())
                .bind("counterparty", orNull(counterparty == null ? null : counterparty.value()))
                .bind("site", batch.site())
                .bind("process", Parameters.in(R2dbcType.VARCHAR, process == null ? null : process.name()))
                .bind("edition", Parameters.in(R2dbcType.INTEGER, batch.recipeEdition()))
                .bind("drawn", composition.drawn())
                .bind("entered", composition.entered())
                .bind("made", composition.made())
                .bind("loss", composition.loss())
                .bind("outside", composition.isOutsideYield())
                .bind("source", Parameters.in(R2dbcType.VARCHAR, source == null ? null : source.name()))
                .bind("reference", batch.reference())
                .bind("happenedOn", batch.happenedOn())
                .bind("corrects", orNull(batch.corrects()))
                .bind("deal", orNull(deal == null ? null : deal.value()))
                .bind("lot", orNull(lot == null ? null : lot.value()))
                .bind("hash", batch.hash())
                .bind("digest", CustodyEvent.digestOf(batch))
                .bind("bizStep", CustodyEvent.bizStep(batch.kind(), batch.process()))
                .bind("enteredBy", orNull(enteredBy == null ? null : enteredBy.value()))
                .bind("enteredAt", batch.enteredAt())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .map(rows -> batch);
    }

    /** What a batch took. */
    public Mono<Void> addUses(Batch batch) {
        var draws = batch.composition().draws();
        return database.sql("""
                        insert into custody.use (batch, parcel, made_by, grams)
                        select :batch, parcel, made_by, grams
                        from unnest(:parcels, :makers, :grams) as draw (parcel, made_by, grams)
                        """)
                .bind("batch", batch.id())
                .bind("parcels", draws.stream().map(draw -> draw.parcel().id()).toArray(UUID[]::new))
                .bind(
                        "makers",
                        draws.stream().map(draw -> draw.parcel().madeBy()).toArray(UUID[]::new))
                .bind("grams", draws.stream().map(Draw::grams).toArray(Long[]::new))
                .then();
    }

    public Mono<Batch> find(UUID id) {
        return database.sql(BATCH + "where id = :id")
                .bind("id", id)
                .map(CustodyBatchRepository::row)
                .all()
                .collectList()
                .flatMapMany(this::whole)
                .next();
    }

    public Mono<Boolean> isDelivered(DealId deal) {
        return database.sql("select exists (select from custody.batch where deal = :deal) as delivered")
                .bind("deal", deal.value())
                .map(row -> required(row, "delivered", Boolean.class))
                .one();
    }

    /** Whether a counter entry was made. */
    public Mono<Boolean> isReversed(UUID id) {
        return database.sql("select exists (select from custody.batch where corrects = :id) as reversed")
                .bind("id", id)
                .map(row -> required(row, "reversed", Boolean.class))
                .one();
    }

    /** Those of some organisations that are asked for, the earliest first. */
    public Flux<Batch> findEvents(
            Collection<UUID> organisations, EventFilter filter, @Nullable Cursor after, int limit) {
        var from = after == null ? EARLIEST : after;
        return database.sql(BATCH + """
                        where organisation = any(:organisations) and (entered_at, id) > (:at, :id)
                          and (:bizStep::text is null or biz_step = :bizStep)
                          and (:parcel::uuid is null
                               or exists (select from custody.use where use.batch = batch.id and use.parcel = :parcel)
                               or exists (select from custody.parcel where made_by = batch.id and parcel.id = :parcel))
                        order by entered_at, id
                        limit :limit
                        """)
                .bind("organisations", organisations.toArray(UUID[]::new))
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("bizStep", Parameters.in(R2dbcType.VARCHAR, filter.bizStep()))
                .bind("parcel", orNull(filter.parcel()))
                .bind("limit", limit)
                .map(CustodyBatchRepository::row)
                .all()
                .collectList()
                .flatMapMany(this::whole);
    }

    /** By the hash of its event; empty where none of these organisations has it. */
    public Mono<Batch> findEvent(Collection<UUID> organisations, String digest) {
        return database.sql(BATCH + "where event_digest = :digest and organisation = any(:organisations)")
                .bind("digest", digest)
                .bind("organisations", organisations.toArray(UUID[]::new))
                .map(CustodyBatchRepository::row)
                .all()
                .collectList()
                .flatMapMany(this::whole)
                .next();
    }

    /** The counter entries of those that have one, in no particular order. */
    public Flux<Batch> findCounters(Collection<UUID> wrong) {
        return database.sql(BATCH + "where corrects = any(:wrong)")
                .bind("wrong", wrong.toArray(UUID[]::new))
                .map(CustodyBatchRepository::row)
                .all()
                .collectList()
                .flatMapMany(this::whole);
    }

    /** Newest first. */
    public Flux<Batch> findOf(OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(BATCH + """
                        where organisation = :organisation and (entered_at, id) < (:at, :id)
                        order by entered_at desc, id desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(CustodyBatchRepository::row)
                .all()
                .collectList()
                .flatMapMany(this::whole);
    }

    private Flux<Batch> whole(List<BatchRow> rows) {
        var ids = rows.stream().map(BatchRow::id).toArray(UUID[]::new);
        return usesOf(ids)
                .collectList()
                .flatMap(uses -> madeBy(ids).collectList().map(made -> whole(rows, uses, made)))
                .flatMapIterable(batches -> batches);
    }

    private static List<Batch> whole(List<BatchRow> rows, List<Use> uses, List<Parcel> made) {
        Map<UUID, List<Draw>> draws = uses.stream()
                .collect(Collectors.groupingBy(Use::batch, Collectors.mapping(Use::draw, Collectors.toList())));
        var parcels = made.stream().collect(Collectors.groupingBy(Parcel::madeBy));
        return rows.stream()
                .map(row ->
                        row.batch(draws.getOrDefault(row.id(), List.of()), parcels.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Flux<Use> usesOf(UUID[] batches) {
        return database.sql("select use.batch, use.grams as used, " + ParcelRows.COLUMNS + """
                        from custody.use join custody.parcel as parcel on parcel.id = use.parcel
                        where use.batch = any(:batches)
                        order by parcel.code
                        """)
                .bind("batches", batches)
                .map(row -> new Use(
                        required(row, "batch", UUID.class),
                        new Draw(ParcelRows.parcel(row), required(row, "used", Long.class))))
                .all();
    }

    private Flux<Parcel> madeBy(UUID[] batches) {
        return database.sql("select " + ParcelRows.COLUMNS + """
                        from custody.parcel where made_by = any(:batches) order by id
                        """)
                .bind("batches", batches)
                .map(ParcelRows::parcel)
                .all();
    }

    private static BatchRow row(Readable row) {
        var counterparty = row.get("counterparty", UUID.class);
        var process = row.get("process", String.class);
        var source = row.get("source", String.class);
        var deal = row.get("deal", UUID.class);
        var lot = row.get("lot", UUID.class);
        var enteredBy = row.get("entered_by", UUID.class);
        return new BatchRow(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                BatchKind.valueOf(required(row, "kind", String.class)),
                new OrganisationId(required(row, "organisation", UUID.class)),
                counterparty == null ? null : new OrganisationId(counterparty),
                required(row, "site", UUID.class),
                process == null ? null : ProcessKind.valueOf(process),
                row.get("recipe_edition", Integer.class),
                required(row, "entered_grams", Long.class),
                required(row, "loss_grams", Long.class),
                required(row, "outside_yield", Boolean.class),
                source == null ? null : Source.valueOf(source),
                required(row, "reference", String.class),
                required(row, "happened_on", LocalDate.class),
                row.get("corrects", UUID.class),
                deal == null ? null : new DealId(deal),
                lot == null ? null : new LotId(lot),
                enteredBy == null ? null : new AccountId(enteredBy),
                required(row, "entered_at", Instant.class));
    }

    private record Use(UUID batch, Draw draw) {}

    private record BatchRow(
            UUID id,
            String code,
            BatchKind kind,
            OrganisationId organisation,
            @Nullable OrganisationId counterparty,
            UUID site,
            @Nullable ProcessKind process,
            @Nullable Integer recipeEdition,
            long entered,
            long loss,
            boolean isOutsideYield,
            @Nullable Source source,
            String reference,
            LocalDate happenedOn,
            @Nullable UUID corrects,
            @Nullable DealId deal,
            @Nullable LotId lot,
            @Nullable AccountId enteredBy,
            Instant enteredAt) {

        Batch batch(List<Draw> draws, List<Parcel> made) {
            var products = made.stream()
                    .map(parcel ->
                            new Product(parcel.materialCode(), parcel.grams(), parcel.documented(), parcel.model()))
                    .toList();
            return new Batch(
                    id,
                    code,
                    kind,
                    organisation,
                    counterparty,
                    site,
                    process,
                    recipeEdition,
                    new Composition(draws, entered, products, loss, isOutsideYield),
                    made,
                    source,
                    reference,
                    happenedOn,
                    corrects,
                    deal,
                    lot,
                    enteredBy,
                    enteredAt);
        }
    }
}
