package io.xunshi.platform.listing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.DayRange;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The lock on items: taken and given back by one statement each, together with the listing's state. A sale holds all
 * days that ever were or will be, a rental some; one exclusion constraint keeps any two apart.
 */
@Repository
public class HoldRepository {
    private final DatabaseClient database;

    HoldRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Takes the lock to sell; the listing's new version, or empty where it cannot be had. Callers at the same moment
     * wait for each other on the listing's row, and all but the first find it reserved.
     */
    public Mono<Long> take(ListingId id, AccountId buyer, UUID holder, Instant now) {
        return take(id, buyer, holder, now, "for_sale");
    }

    /** The same to give away. */
    public Mono<Long> takeAsGift(ListingId id, AccountId receiver, UUID holder, Instant now) {
        return take(id, receiver, holder, now, "gift is not null");
    }

    private Mono<Long> take(ListingId id, AccountId buyer, UUID holder, Instant now, String condition) {
        return database.sql("""
                        with offered as (
                            select id, item_id
                            from listing.listing
                            where id = :id and state = 'PUBLISHED' and %s
                            for update),
                        held as (
                            insert into listing.hold (holder, item_id, listing_id, buyer, held_at)
                            select :holder, item_id, id, :buyer, :now from offered
                            on conflict do nothing
                            returning listing_id)
                        update listing.listing
                        set state = 'RESERVED', version = version + 1, updated_at = :now
                        from held
                        where listing.id = held.listing_id
                        returning listing.version
                        """.formatted(condition))
                .bind("now", now)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("buyer", buyer.value())
                .map((row, metadata) -> required(row, "version", Long.class))
                .one();
    }

    /**
     * Waits for whoever promises or changes one of them, and keeps them from others until the transaction ends. Always
     * in the order of the items' ids: whoever wants several waits for each other and never in a circle.
     */
    public Flux<ListingId> lockInOrder(Collection<ListingId> ids) {
        return inOrder(ids, "for update");
    }

    /** The same order without waiting for anybody. */
    public Flux<ListingId> inOrder(Collection<ListingId> ids) {
        return inOrder(ids, "");
    }

    /** The titles of those that cannot be promised away: not published, promised for any day, or kept for somebody. */
    public Flux<String> titlesOfTaken(Collection<ListingId> ids) {
        return database.sql("""
                        select title
                        from listing.listing
                        where id = any(:ids)
                          and (state <> 'PUBLISHED' or managed
                            or exists (
                                select from listing.hold
                                where hold.item_id = listing.item_id and released_at is null))
                        order by item_id, id
                        """)
                .bind("ids", values(ids))
                .map((row, metadata) -> required(row, "title", String.class))
                .all();
    }

    /** Takes the lock for a swap, whether or not the thing is for sale; the rest as {@link #take}. */
    public Mono<Long> takeForSwap(ListingId id, AccountId receiver, UUID holder, Instant now) {
        return take(id, receiver, holder, now, "gift is null and not managed");
    }

    private Flux<ListingId> inOrder(Collection<ListingId> ids, String lock) {
        return database.sql("select id from listing.listing where id = any(:ids) order by item_id, id " + lock)
                .bind("ids", values(ids))
                .map((row, metadata) -> new ListingId(required(row, "id", UUID.class)))
                .all();
    }

    private static UUID[] values(Collection<ListingId> ids) {
        return ids.stream().map(ListingId::value).toArray(UUID[]::new);
    }

    /** Holds for somebody else what the holder holds; false where it holds nothing. */
    public Mono<Boolean> handOn(ListingId id, UUID holder, AccountId next) {
        return database.sql("""
                        update listing.hold
                        set buyer = :next
                        where listing_id = :id and holder = :holder and released_at is null
                        """)
                .bind("next", next.value())
                .bind("id", id.value())
                .bind("holder", holder)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Things that are back and whose buffer is over are held no longer. */
    public Mono<Void> letGoOfPast(ListingId id, LocalDate today, Instant now) {
        return database.sql("""
                        update listing.hold
                        set released_at = :now
                        where item_id = (select item_id from listing.listing where id = :id)
                          and released_at is null and returned and upper(days) <= :today
                        """)
                .bind("now", now)
                .bind("id", id.value())
                .bind("today", today)
                .then();
    }

    /**
     * Takes days and the buffer after them; false where they cannot be had. Callers wait for each other on the days.
     */
    public Mono<Boolean> takeDays(ListingId id, AccountId tenant, UUID holder, DayRange days, Instant now) {
        return database.sql("""
                        with offered as (
                            select id, item_id, (rental ->> 'bufferDays')::integer as buffer
                            from listing.listing
                            where id = :id and state = 'PUBLISHED' and rental is not null
                            for share)
                        insert into listing.hold (holder, item_id, listing_id, buyer, held_at, days, buffer_days)
                        select :holder, item_id, id, :tenant, :now, daterange(:first, :last + buffer, '[]'), buffer from offered
                        on conflict do nothing
                        """)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("tenant", tenant.value())
                .bind("now", now)
                .bind("first", days.first())
                .bind("last", days.last())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> giveBackDays(ListingId id, UUID holder, Instant now) {
        return database.sql("""
                        update listing.hold
                        set released_at = :now
                        where listing_id = :id and holder = :holder and released_at is null
                        """)
                .bind("now", now)
                .bind("id", id.value())
                .bind("holder", holder)
                .then();
    }

    /**
     * Shortens the days to what is used and the buffer after it, or lets all of them go that lie behind; none are
     * added.
     */
    public Mono<Void> endDays(ListingId id, UUID holder, LocalDate returnedOn, Instant now) {
        return database.sql("""
                        update listing.hold
                        set returned = true,
                            released_at = case when lower(days) > :returnedOn + buffer_days then :now end,
                            days = daterange(
                                lower(days), greatest(lower(days) + 1, least(upper(days), :returnedOn + buffer_days + 1)))
                        where listing_id = :id and holder = :holder and released_at is null
                        """)
                .bind("returnedOn", returnedOn)
                .bind("now", now)
                .bind("id", id.value())
                .bind("holder", holder)
                .then();
    }

    /** A thing that should be back and is not is away today. */
    public Flux<DayRange> busyDays(ListingId id, DayRange between, LocalDate today) {
        return database.sql("""
                        select lower(busy) as first, upper(busy) - 1 as last
                        from (
                            select daterange(
                                    lower(days),
                                    case when not returned and upper(days) <= :today then :today + 1 else upper(days) end)
                                * daterange(:from, :to, '[]') as busy
                            from listing.hold
                            where item_id = (select item_id from listing.listing where id = :id) and released_at is null) held
                        where not isempty(busy)
                        order by first
                        """)
                .bind("today", today)
                .bind("from", between.first())
                .bind("to", between.last())
                .bind("id", id.value())
                .map((row, metadata) ->
                        new DayRange(required(row, "first", LocalDate.class), required(row, "last", LocalDate.class)))
                .all();
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
