package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.domain.SearchAlert;
import io.xunshi.platform.interest.domain.SearchMatch;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What saved searches found: one alert for a person and a listing. */
@Repository
public class AlertRepository {
    private final DatabaseClient database;

    AlertRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Adds alerts of one listing; the people to whom it is one. Who has had an alert of the listing has another only by
     * a search that asks for lower prices, from a price to which this one is news.
     *
     * @param newsFrom the lowest earlier price to which the listing's is news
     */
    public Flux<AccountId> add(ListingView listing, List<SearchMatch> matches, long newsFrom, Instant now) {
        return database.sql("""
                        insert into interest.search_alert (account, listing_id, search_id, price_fen, is_waiting, matched_at)
                        select saved_search.account, :listing, saved_search.id, :price, match.is_waiting, :now
                        from unnest(:searches, :waiting) as match (search_id, is_waiting)
                        join interest.saved_search on saved_search.id = match.search_id and saved_search.alerts <> 'OFF'
                        order by saved_search.account
                        on conflict (account, listing_id) do update
                        set search_id = excluded.search_id, price_fen = excluded.price_fen, is_waiting = excluded.is_waiting,
                            matched_at = excluded.matched_at
                        where search_alert.price_fen >= :newsFrom and exists (
                            select from interest.saved_search where id = excluded.search_id and price_drops)
                        returning account
                        """)
                .bind("listing", listing.id().value())
                .bind("price", listing.price().amount())
                .bind("now", now)
                .bind("newsFrom", newsFrom)
                .bind(
                        "searches",
                        matches.stream().map(match -> match.search().id()).toArray(UUID[]::new))
                .bind(
                        "waiting",
                        matches.stream()
                                .map(match -> match.search().alerts() == Alerts.DAILY)
                                .toArray(Boolean[]::new))
                .map((Readable row) -> new AccountId(required(row, "account", UUID.class)))
                .all();
    }

    /** Newest first. */
    public Flux<SearchAlert> find(AccountId account, @Nullable Cursor after, int limit) {
        var from = Pages.from(after);
        return database.sql("""
                        select listing_id, search_id, name, matched_at
                        from interest.search_alert
                        join interest.saved_search on saved_search.id = search_alert.search_id
                        where search_alert.account = :account and (matched_at, listing_id) < (:at, :id)
                        order by matched_at desc, listing_id desc
                        limit :limit
                        """)
                .bind("account", account.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map((Readable row) -> new SearchAlert(
                        new ListingId(required(row, "listing_id", UUID.class)),
                        required(row, "search_id", UUID.class),
                        required(row, "name", String.class),
                        required(row, "matched_at", Instant.class)))
                .all();
    }

    /** People for whom something waits and who have had no digest that day. */
    public Flux<AccountId> waitingForDigest(LocalDate day, int limit) {
        return database.sql("""
                        select distinct account
                        from interest.search_alert
                        where is_waiting and not exists (
                            select from interest.search_digest
                            where search_digest.account = search_alert.account and search_digest.day >= :day)
                        order by account
                        limit :limit
                        """)
                .bind("day", day)
                .bind("limit", limit)
                .map((row, metadata) -> new AccountId(required(row, "account", UUID.class)))
                .all();
    }

    /** Takes the person's digest of a day; false where it is taken. */
    public Mono<Boolean> takeDigest(AccountId account, LocalDate day) {
        return database.sql("""
                        insert into interest.search_digest (account, day) values (:account, :day)
                        on conflict (account) do update set day = excluded.day where search_digest.day < excluded.day
                        """)
                .bind("account", account.value())
                .bind("day", day)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What waits for the person's digest, newest first; it waits no longer. Without what was turned off meanwhile. */
    public Flux<Digested> takeWaiting(AccountId account) {
        return database.sql("""
                        with taken as (
                            update interest.search_alert set is_waiting = false
                            where account = :account and is_waiting
                            returning listing_id, search_id, matched_at)
                        select listing_id, search_id
                        from taken
                        join interest.saved_search on saved_search.id = taken.search_id and saved_search.alerts <> 'OFF'
                        order by matched_at desc, listing_id desc
                        """)
                .bind("account", account.value())
                .map((Readable row) -> new Digested(
                        new ListingId(required(row, "listing_id", UUID.class)), required(row, "search_id", UUID.class)))
                .all();
    }

    public Mono<Long> forgetBefore(Instant limit) {
        return database.sql("delete from interest.search_alert where matched_at < :limit")
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    public record Digested(ListingId listing, UUID search) {}
}
