package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.OffToken;
import io.xunshi.platform.interest.domain.SavedSearch;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.domain.SavedSearch.Origin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Saved searches, and the links that turn their alerts off. */
@Repository
public class SavedSearchRepository {
    private final DatabaseClient database;

    SavedSearchRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Adds it; one that is kept by its id already gets the new words and bounds, and keeps its alerts. */
    public Mono<Void> add(SavedSearch saved) {
        var search = saved.search();
        var around = search.around();
        return database.sql("""
                        insert into interest.saved_search
                            (id, origin, account, name, words, categories, districts, conditions, min_price_fen,
                             max_price_fen, lat, lon, within_km, answers, alerts, price_drops, version, saved_at)
                        values (:id, :origin, :account, :name, :words, :categories, :districts, :conditions, :minPrice, :maxPrice,
                                :lat, :lon, :withinKm, :answers::jsonb, :alerts, :priceDrops, :version, :at)
                        on conflict (id) do update
                        set name = excluded.name, words = excluded.words, categories = excluded.categories,
                            districts = excluded.districts, conditions = excluded.conditions,
                            min_price_fen = excluded.min_price_fen, max_price_fen = excluded.max_price_fen,
                            lat = excluded.lat, lon = excluded.lon, within_km = excluded.within_km,
                            answers = excluded.answers, version = saved_search.version + 1
                        """)
                .bind("id", saved.id())
                .bind("origin", saved.origin().name())
                .bind("account", saved.account().value())
                .bind("name", saved.name())
                .bind("words", search.words())
                .bind("categories", search.categories().toArray(String[]::new))
                .bind("districts", search.districts().toArray(String[]::new))
                .bind("conditions", search.conditions().toArray(String[]::new))
                .bind("minPrice", Parameters.in(R2dbcType.BIGINT, search.minPriceFen()))
                .bind("maxPrice", Parameters.in(R2dbcType.BIGINT, search.maxPriceFen()))
                .bind("lat", Parameters.in(R2dbcType.DOUBLE, around == null ? null : around.lat()))
                .bind("lon", Parameters.in(R2dbcType.DOUBLE, around == null ? null : around.lon()))
                .bind("withinKm", Parameters.in(R2dbcType.DOUBLE, around == null ? null : around.withinKm()))
                .bind("answers", SearchRows.json(saved.answers()))
                .bind("alerts", saved.alerts().name())
                .bind("priceDrops", saved.priceDrops())
                .bind("version", saved.version())
                .bind("at", saved.savedAt())
                .then();
    }

    public Mono<Long> count(AccountId account) {
        return database.sql(
                        "select count(*) as searches from interest.saved_search where origin = 'PERSON' and account = :account")
                .bind("account", account.value())
                .map((row, metadata) -> required(row, "searches", Long.class))
                .one();
    }

    /** Last saved first. */
    public Flux<SavedSearch> find(AccountId account) {
        return database.sql("select " + SearchRows.COLUMNS + """
                         from interest.saved_search
                        where origin = 'PERSON' and account = :account
                        order by saved_at desc, id desc
                        """)
                .bind("account", account.value())
                .map(SearchRows::search)
                .all();
    }

    public Mono<SavedSearch> find(AccountId account, UUID id) {
        return database.sql("select " + SearchRows.COLUMNS
                        + " from interest.saved_search where origin = 'PERSON' and account = :account and id = :id")
                .bind("account", account.value())
                .bind("id", id)
                .map(SearchRows::search)
                .one();
    }

    /** As edited; empty where it is not the person's or of another version. */
    public Mono<SavedSearch> edit(
            AccountId account, UUID id, long version, String name, Alerts alerts, boolean priceDrops) {
        return database.sql("""
                        update interest.saved_search
                        set name = :name, alerts = :alerts, price_drops = :priceDrops, version = version + 1
                        where origin = 'PERSON' and account = :account and id = :id and version = :version
                        returning\s""" + SearchRows.COLUMNS)
                .bind("name", name)
                .bind("alerts", alerts.name())
                .bind("priceDrops", priceDrops)
                .bind("account", account.value())
                .bind("id", id)
                .bind("version", version)
                .map(SearchRows::search)
                .one();
    }

    /** False where there is none of theirs that is kept so. */
    public Mono<Boolean> remove(Origin origin, AccountId account, UUID id) {
        return database.sql(
                        "delete from interest.saved_search where origin = :origin and account = :account and id = :id")
                .bind("origin", origin.name())
                .bind("account", account.value())
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Adds links for notices. */
    public Mono<Void> addOffLinks(Collection<OffLink> links, Instant now) {
        return Flux.fromIterable(links)
                .concatMap(link -> database.sql("""
                                insert into interest.off_link (token_hash, account, searches, made_at)
                                values (:hash, :account, :searches, :now)
                                """)
                        .bind("hash", link.token().hash())
                        .bind("account", link.account().value())
                        .bind("searches", link.searches().toArray(UUID[]::new))
                        .bind("now", now)
                        .then())
                .then();
    }

    /** Uses a link up and turns off what it is for; the searches that are off now, none for no link. */
    public Flux<String> turnOff(OffToken token, Instant madeSince) {
        return database.sql("""
                        with used as (
                            delete from interest.off_link
                            where token_hash = :hash and made_at >= :since
                            returning account, searches)
                        update interest.saved_search
                        set alerts = 'OFF', version = version + 1
                        from used
                        where saved_search.account = used.account and saved_search.id = any(used.searches)
                        returning saved_search.name
                        """)
                .bind("hash", token.hash())
                .bind("since", madeSince)
                .map((row, metadata) -> required(row, "name", String.class))
                .all();
    }

    public Mono<Long> forgetOffLinksBefore(Instant limit) {
        return database.sql("delete from interest.off_link where made_at < :limit")
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    /** What a link in a notice turns off. */
    public record OffLink(OffToken token, AccountId account, List<UUID> searches) {
        public OffLink {
            searches = List.copyOf(searches);
        }
    }
}
