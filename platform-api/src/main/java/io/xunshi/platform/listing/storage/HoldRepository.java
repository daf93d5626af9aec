package io.xunshi.platform.listing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The lock on items: taken and given back by one statement each, together with the listing's state. */
@Repository
public class HoldRepository {
    private final DatabaseClient database;

    HoldRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Takes the lock; the listing's new version, or empty where it cannot be had. Callers at the same moment wait for
     * each other on the listing's row, and all but the first find it reserved.
     */
    public Mono<Long> take(ListingId id, AccountId buyer, UUID holder, Instant now) {
        return database.sql("""
                        with taken as (
                            update listing.listing
                            set state = 'RESERVED', version = version + 1, updated_at = :now
                            where id = :id and state = 'PUBLISHED'
                            returning id, item_id, version),
                        held as (
                            insert into listing.hold (holder, item_id, listing_id, buyer, held_at)
                            select :holder, item_id, id, :buyer, :now from taken)
                        select version from taken
                        """)
                .bind("now", now)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("buyer", buyer.value())
                .map((row, metadata) -> required(row, "version", Long.class))
                .one();
    }

    /** Gives the lock back and moves the listing on; empty where the holder holds it no longer. */
    public Mono<GivenBack> giveBack(ListingId id, UUID holder, ListingState next, Instant now) {
        return database.sql("""
                        with released as (
                            update listing.hold
                            set released_at = :now
                            where listing_id = :id and holder = :holder and released_at is null
                            returning listing_id)
                        update listing.listing
                        set state = :next, version = version + 1, updated_at = :now
                        from released
                        where listing.id = released.listing_id and listing.state = 'RESERVED'
                        returning listing.version, listing.item_id, listing.category_code
                        """)
                .bind("now", now)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("next", next.name())
                .map(row -> new GivenBack(
                        required(row, "version", Long.class),
                        required(row, "item_id", UUID.class),
                        required(row, "category_code", String.class)))
                .one();
    }

    /** @param version the listing's, after it */
    public record GivenBack(long version, UUID itemId, String categoryCode) {}
}
