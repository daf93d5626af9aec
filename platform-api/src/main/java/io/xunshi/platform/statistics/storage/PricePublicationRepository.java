package io.xunshi.platform.statistics.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.statistics.domain.PriceQuestion;
import io.xunshi.platform.statistics.domain.PriceRelease;
import io.xunshi.platform.statistics.domain.PublishedPrice;
import io.xunshi.transparency.price.Bands;
import io.xunshi.transparency.price.PriceFigure;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Weeks that were closed, and what was published of them; only ever added to. */
@Repository
public class PricePublicationRepository {
    private static final long RELEASE_LOCK = 0x5072696365L;
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final DatabaseClient database;

    PricePublicationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** True where this transaction is the only one that closes or publishes, until it ends. */
    public Mono<Boolean> becomeReleaser() {
        return database.sql("select pg_try_advisory_xact_lock(:lock) as alone")
                .bind("lock", RELEASE_LOCK)
                .map((row, metadata) -> required(row, "alone", Boolean.class))
                .one();
    }

    /** False where the week is closed for the vintage or a later one, which then stays the last word on it. */
    public Mono<Boolean> isOpen(PriceWeek week, Vintage vintage) {
        return database.sql("""
                        select not exists (select from statistics.closing
                                           where week = :week and vintage = any(:closing)) as open
                        """)
                .bind("week", week.monday())
                .bind("closing", andLater(vintage))
                .map((row, metadata) -> required(row, "open", Boolean.class))
                .one();
    }

    /** False where it is not {@link #isOpen} any more. */
    public Mono<Boolean> close(PriceWeek week, Vintage vintage, Instant at) {
        return database.sql("""
                        insert into statistics.closing (week, vintage, closed_at)
                        select :week, :vintage, :at
                        where not exists (select from statistics.closing
                                          where week = :week and vintage = any(:closing))
                        on conflict do nothing
                        """)
                .bind("week", week.monday())
                .bind("vintage", vintage.name())
                .bind("at", at)
                .bind("closing", andLater(vintage))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** What is closed and not published yet, oldest first. */
    public Flux<PriceRelease> findClosed() {
        return database.sql("""
                        select week, vintage, closed_at as at, '' as sha256, 0::bigint as size
                        from statistics.closing
                        where not exists (select from statistics.publication
                                          where publication.week = closing.week and publication.vintage = closing.vintage)
                        order by closed_at, week
                        """).map(PricePublicationRepository::release).all();
    }

    public Mono<Void> add(PricePublication publication, Instant at) {
        var bytes = publication.bytes();
        return database.sql("""
                        insert into statistics.publication (week, vintage, size, sha256, bytes, published_at)
                        values (:week, :vintage, :size, :sha256, :bytes, :at)
                        """)
                .bind("week", publication.week().monday())
                .bind("vintage", publication.vintage().name())
                .bind("size", publication.size())
                .bind("sha256", Sha256.of(bytes))
                .bind("bytes", bytes)
                .bind("at", at)
                .then()
                .thenMany(Flux.fromIterable(publication.figures()))
                .concatMap(figure -> add(publication, figure, at))
                .then();
    }

    private Mono<Void> add(PricePublication publication, PriceFigure figure, Instant at) {
        var cell = figure.cell();
        var measures = figure.measures();
        return database.sql("""
                        insert into statistics.price
                            (week, vintage, level, material, area, trades, outliers, sellers, buyers, tonnes, vwap_fen,
                             median_fen, p10_fen, p90_fen, low_fen, high_fen, effective_groups_milli, holds_caps, published_at)
                        values (:week, :vintage, :level, :material, :area, :trades, :outliers, :sellers, :buyers, :tonnes, :vwap,
                                :median, :p10, :p90, :low, :high, :effective, :caps, :at)
                        """)
                .bind("week", publication.week().monday())
                .bind("vintage", publication.vintage().name())
                .bind("level", cell.level().name())
                .bind("material", cell.material())
                .bind("area", cell.area())
                .bind("trades", measures.trades())
                .bind("outliers", measures.outliers())
                .bind("sellers", Bands.of(measures.sellers()))
                .bind("buyers", Bands.of(measures.buyers()))
                .bind("tonnes", Bands.ofTonnes(measures.grams()))
                .bind("vwap", measures.vwapFen())
                .bind("median", measures.medianFen())
                .bind("p10", measures.p10Fen())
                .bind("p90", measures.p90Fen())
                .bind("low", measures.lowFen())
                .bind("high", measures.highFen())
                .bind("effective", measures.effectiveGroupsMilli())
                .bind("caps", measures.holdsCaps())
                .bind("at", at)
                .then();
    }

    /** Newest week first, in it the newest vintage first; what was published until then. */
    public Flux<PriceRelease> findReleases(Instant asOf, int limit) {
        return database.sql("""
                        select week, vintage, published_at as at, sha256, size from statistics.publication
                        where published_at <= :asOf
                        order by week desc, array_position(array['P', 'R1', 'F'], vintage) desc
                        limit :limit
                        """)
                .bind("asOf", asOf)
                .bind("limit", limit)
                .map(PricePublicationRepository::release)
                .all();
    }

    /** As it was published, byte for byte; empty where it was not. */
    public Mono<byte[]> findBytes(PriceWeek week, Vintage vintage) {
        return database.sql("select bytes from statistics.publication where week = :week and vintage = :vintage")
                .bind("week", week.monday())
                .bind("vintage", vintage.name())
                .map((row, metadata) -> required(row, "bytes", byte[].class))
                .one();
    }

    /**
     * By material, week, level and area. Of each the newest vintage that was there at the instant asked for; with
     * history, every vintage that was, the oldest first.
     */
    public Flux<PublishedPrice> find(PriceQuestion question, int limit) {
        return database.sql("""
                        select week, vintage, level, material, area, trades, outliers, sellers, buyers, tonnes, vwap_fen,
                               median_fen, p10_fen, p90_fen, low_fen, high_fen, effective_groups_milli, holds_caps, published_at,
                               publication_size
                        from (select price.*, publication.size as publication_size,
                                     row_number() over (partition by price.material, price.week, price.level, price.area
                                                        order by vintage_order desc) as newness
                              from (select *, array_position(array['P', 'R1', 'F'], vintage) as vintage_order
                                    from statistics.price) as price
                              join statistics.publication using (week, vintage)
                              where (:material = '' or price.material = :material)
                                and (:area = 'ANY' or price.area = :area)
                                and price.week between :from and :to
                                and price.published_at <= :asOf) as known
                        where newness = 1 or :history
                        order by material, week, level, area, vintage_order
                        limit :limit
                        """)
                .bind("material", question.material())
                .bind("area", question.area())
                .bind("from", question.from())
                .bind("to", question.to())
                .bind("asOf", question.asOf() == null ? END_OF_TIME : question.asOf())
                .bind("history", question.withHistory())
                .bind("limit", limit)
                .map(PricePublicationRepository::price)
                .all();
    }

    private static String[] andLater(Vintage vintage) {
        return EnumSet.range(vintage, Vintage.F).stream().map(Vintage::name).toArray(String[]::new);
    }

    private static PriceRelease release(Readable row) {
        return new PriceRelease(
                new PriceWeek(required(row, "week", LocalDate.class)),
                Vintage.valueOf(required(row, "vintage", String.class)),
                required(row, "at", Instant.class),
                required(row, "sha256", String.class),
                required(row, "size", Long.class));
    }

    private static PublishedPrice price(Readable row) {
        return new PublishedPrice(
                new PriceWeek(required(row, "week", LocalDate.class)),
                Vintage.valueOf(required(row, "vintage", String.class)),
                PriceLevel.valueOf(required(row, "level", String.class)),
                required(row, "material", String.class),
                required(row, "area", String.class),
                required(row, "trades", Integer.class),
                required(row, "outliers", Integer.class),
                required(row, "sellers", String.class),
                required(row, "buyers", String.class),
                required(row, "tonnes", String.class),
                required(row, "vwap_fen", Long.class),
                required(row, "median_fen", Long.class),
                required(row, "p10_fen", Long.class),
                required(row, "p90_fen", Long.class),
                required(row, "low_fen", Long.class),
                required(row, "high_fen", Long.class),
                required(row, "effective_groups_milli", Long.class),
                required(row, "holds_caps", Boolean.class),
                required(row, "publication_size", Long.class),
                required(row, "published_at", Instant.class));
    }
}
