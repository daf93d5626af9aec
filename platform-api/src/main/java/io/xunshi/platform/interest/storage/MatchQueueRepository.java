package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.SavedSearch;
import io.xunshi.platform.listing.ListingId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Listings that saved searches have still to be tried on. Whoever takes one has it alone until a moment; should they
 * die, another takes it then.
 */
@Repository
public class MatchQueueRepository {
    private final DatabaseClient database;

    MatchQueueRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Does nothing while nobody waits for anything. */
    public Mono<Void> add(ListingId listing, long version, Instant now) {
        return database.sql("""
                        insert into interest.listing_to_match (listing_id, version, queued_at, not_before)
                        select :listing, :version, :now, :now
                        where exists (select from interest.saved_search where alerts <> 'OFF')
                        on conflict (listing_id) do update
                        set version = greatest(listing_to_match.version, excluded.version), not_before = excluded.not_before
                        """)
                .bind("listing", listing.value())
                .bind("version", version)
                .bind("now", now)
                .then();
    }

    /** Takes some that are due, those first that have waited longest. */
    public Flux<Waiting> take(int limit, Instant now, Instant until) {
        return database.sql("""
                        with due as (
                            select listing_id from interest.listing_to_match
                            where not_before <= :now
                            order by not_before
                            limit :limit
                            for update skip locked)
                        update interest.listing_to_match
                        set not_before = :until
                        from due
                        where listing_to_match.listing_id = due.listing_id
                        returning listing_to_match.listing_id, version, queued_at
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .bind("until", until)
                .map((Readable row) -> new Waiting(
                        new ListingId(required(row, "listing_id", UUID.class)),
                        required(row, "version", Long.class),
                        required(row, "queued_at", Instant.class)))
                .all();
    }

    /** Lets others take them from a moment on. */
    public Mono<Void> putBack(Collection<ListingId> listings, Instant from) {
        return database.sql("update interest.listing_to_match set not_before = :from where listing_id = any(:listings)")
                .bind("from", from)
                .bind("listings", valuesOf(listings))
                .then();
    }

    /** Leaves those in the queue that have got a newer version meanwhile. */
    public Mono<Void> remove(Collection<Waiting> done) {
        return database.sql("""
                        delete from interest.listing_to_match
                        using unnest(:listings, :versions) as done (listing_id, version)
                        where listing_to_match.listing_id = done.listing_id and listing_to_match.version = done.version
                        """)
                .bind("listings", valuesOf(done.stream().map(Waiting::listing).toList()))
                .bind("versions", done.stream().map(Waiting::version).toArray(Long[]::new))
                .then();
    }

    /**
     * Searches that may find any of the listings, by what can be told without the engine: choices, prices, answers, and
     * whose they are. In the order of their ids.
     */
    public Flux<SavedSearch> candidates(List<Fresh> listings, UUID after, int limit) {
        return database.sql("""
                        select\s""" + SearchRows.COLUMNS + """
                         from interest.saved_search
                        where alerts <> 'OFF' and saved_search.id > :after and exists (
                            select from unnest(:sellers, :roots, :leaves, :districts, :conditions, :prices, :answers)
                                as fresh (seller, root, leaf, district, condition, price_fen, answers)
                            where fresh.seller <> saved_search.account
                              and (cardinality(categories) = 0 or fresh.root = any(categories) or fresh.leaf = any(categories))
                              and (cardinality(districts) = 0 or fresh.district = any(districts))
                              and (cardinality(conditions) = 0 or fresh.condition = any(conditions))
                              and (min_price_fen is null or fresh.price_fen >= min_price_fen)
                              and (max_price_fen is null or fresh.price_fen <= max_price_fen)
                              and fresh.answers::jsonb @> saved_search.answers)
                        order by saved_search.id
                        limit :limit
                        """)
                .bind("after", after)
                .bind(
                        "sellers",
                        listings.stream().map(one -> one.seller().value()).toArray(UUID[]::new))
                .bind("roots", listings.stream().map(Fresh::root).toArray(String[]::new))
                .bind("leaves", listings.stream().map(Fresh::leaf).toArray(String[]::new))
                .bind("districts", listings.stream().map(Fresh::district).toArray(String[]::new))
                .bind("conditions", listings.stream().map(Fresh::condition).toArray(String[]::new))
                .bind("prices", listings.stream().map(Fresh::priceFen).toArray(Long[]::new))
                .bind(
                        "answers",
                        listings.stream()
                                .map(one -> SearchRows.json(one.answers()))
                                .toArray(String[]::new))
                .bind("limit", limit)
                .map(SearchRows::search)
                .all();
    }

    private static UUID[] valuesOf(Collection<ListingId> listings) {
        return listings.stream().map(ListingId::value).toArray(UUID[]::new);
    }

    /** A listing of which there is news. */
    public record Waiting(ListingId listing, long version, Instant queuedAt) {}

    /** What a search looks at without the engine. */
    public record Fresh(
            AccountId seller,
            String root,
            String leaf,
            String district,
            String condition,
            long priceFen,
            Map<String, String> answers) {
        public Fresh {
            answers = Map.copyOf(answers);
        }
    }
}
