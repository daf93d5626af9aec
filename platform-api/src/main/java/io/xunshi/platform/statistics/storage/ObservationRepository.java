package io.xunshi.platform.statistics.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.statistics.domain.ObservedDeal;
import io.xunshi.platform.statistics.domain.ObservedDeal.Shown;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What settled deals say of prices. */
@Repository
public class ObservationRepository {
    private static final String SELECT = """
            select deal, week, material, parent, area, grams, fen_per_tonne, seller_group, buyer_group, same_controller,
                   between_traders, as_specified, least_grams, secret, paid_at, committed_in, shown_in, shown_as
            from statistics.observation
            """;

    private final DatabaseClient database;

    ObservationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Not paid yet. False where the deal was observed already. */
    public Mono<Boolean> add(ObservedDeal deal, Instant at) {
        return database.sql("""
                        insert into statistics.observation
                            (deal, week, material, parent, area, grams, fen_per_tonne, seller_group, buyer_group,
                             same_controller, between_traders, as_specified, least_grams, secret, observed_at)
                        values (:deal, :week, :material, :parent, :area, :grams, :price, :seller, :buyer,
                                :sameController, :betweenTraders, :asSpecified, :leastGrams, :secret, :at)
                        on conflict (deal) do nothing
                        """)
                .bind("deal", deal.deal().value())
                .bind("week", deal.week().monday())
                .bind("material", deal.material())
                .bind("parent", deal.parent())
                .bind("area", deal.area())
                .bind("grams", deal.grams())
                .bind("price", deal.fenPerTonne())
                .bind("seller", deal.sellerGroup().value())
                .bind("buyer", deal.buyerGroup().value())
                .bind("sameController", deal.sameController())
                .bind("betweenTraders", deal.betweenTraders())
                .bind("asSpecified", deal.asSpecified())
                .bind("leastGrams", deal.leastGrams())
                .bind("secret", deal.secret())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    public Flux<DealId> findUnpaid(PriceWeek week) {
        return database.sql("select deal from statistics.observation where week = :week and paid_at is null")
                .bind("week", week.monday())
                .map((row, metadata) -> new DealId(required(row, "deal", UUID.class)))
                .all();
    }

    public Mono<Void> markPaid(DealId deal, Instant at) {
        return database.sql("update statistics.observation set paid_at = :at where deal = :deal and paid_at is null")
                .bind("at", at)
                .bind("deal", deal.value())
                .then();
    }

    /** Weeks in which something was observed and that have no final vintage, oldest first. */
    public Flux<PriceWeek> findOpenWeeks() {
        return database.sql("""
                        select distinct week from statistics.observation
                        where not exists (select from statistics.publication
                                          where publication.week = observation.week and vintage = 'F')
                        order by week
                        """)
                .map((row, metadata) -> new PriceWeek(required(row, "week", LocalDate.class)))
                .all();
    }

    /** Nobody else changes them until the caller's transaction ends. */
    public Flux<ObservedDeal> lockOf(PriceWeek week) {
        return database.sql(SELECT + "where week = :week for update")
                .bind("week", week.monday())
                .map(ObservationRepository::observed)
                .all();
    }

    /** Empty for a deal without a final statement, and for one over pieces. */
    public Mono<ObservedDeal> find(DealId deal) {
        return database.sql(SELECT + "where deal = :deal")
                .bind("deal", deal.value())
                .map(ObservationRepository::observed)
                .one();
    }

    /** Keeps what the log has of it now. */
    public Mono<Void> save(ObservedDeal deal) {
        var shown = deal.shown();
        var update = database.sql("""
                        update statistics.observation
                        set committed_in = :committedIn, shown_in = :shownIn, shown_as = :shownAs
                        where deal = :deal
                        """).bind("deal", deal.deal().value());
        var committed = deal.committedIn() == null
                ? update.bindNull("committedIn", String.class)
                : update.bind("committedIn", deal.committedIn().name());
        return (shown == null
                        ? committed.bindNull("shownIn", String.class).bindNull("shownAs", String.class)
                        : committed
                                .bind("shownIn", shown.vintage().name())
                                .bind("shownAs", shown.level().name()))
                .then();
    }

    private static ObservedDeal observed(Readable row) {
        return new ObservedDeal(
                new DealId(required(row, "deal", UUID.class)),
                new PriceWeek(required(row, "week", LocalDate.class)),
                required(row, "material", String.class),
                required(row, "parent", String.class),
                required(row, "area", String.class),
                required(row, "grams", Long.class),
                required(row, "fen_per_tonne", Long.class),
                new OrganisationId(required(row, "seller_group", UUID.class)),
                new OrganisationId(required(row, "buyer_group", UUID.class)),
                required(row, "same_controller", Boolean.class),
                required(row, "between_traders", Boolean.class),
                required(row, "as_specified", Boolean.class),
                required(row, "least_grams", Long.class),
                required(row, "secret", byte[].class),
                row.get("paid_at", Instant.class) != null,
                vintage(row.get("committed_in", String.class)),
                shown(row));
    }

    private static @Nullable Shown shown(Readable row) {
        var vintage = vintage(row.get("shown_in", String.class));
        return vintage == null ? null : new Shown(vintage, PriceLevel.valueOf(required(row, "shown_as", String.class)));
    }

    private static @Nullable Vintage vintage(@Nullable String name) {
        return name == null ? null : Vintage.valueOf(name);
    }
}
