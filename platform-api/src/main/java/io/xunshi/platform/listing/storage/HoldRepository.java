package io.xunshi.platform.listing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.DayRange;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The lock on items: taken and given back by one statement each, together with the listing's state. A sale holds all
 * days that ever were or will be, a rental some; one exclusion constraint keeps any two apart. Promises of pieces of a
 * stock are counted in the listing's row, which can never have promised more than there are.
 */
@Repository
public class HoldRepository {
    private final DatabaseClient database;

    HoldRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Takes the lock to sell, on a unique thing or on pieces of a stock; empty where that cannot be had. Callers at the
     * same moment wait for each other on the listing's row, and who comes too late finds it reserved or too few left.
     */
    public Mono<Taken> take(ListingId id, AccountId buyer, UUID holder, int pieces, Instant now) {
        return take(id, buyer, holder, pieces, now, "for_sale");
    }

    /** The same to give away. */
    public Mono<Taken> takeAsGift(ListingId id, AccountId receiver, UUID holder, Instant now) {
        return take(id, receiver, holder, 1, now, "gift is not null");
    }

    private Mono<Taken> take(ListingId id, AccountId buyer, UUID holder, int pieces, Instant now, String condition) {
        return database.sql("""
                        with offered as (
                            select id, item_id, case when stock is not null then :pieces end as pieces
                            from listing.listing
                            where id = :id and state = 'PUBLISHED' and coalesce(stock, 1) - promised >= :pieces and %s
                            for update),
                        held as (
                            insert into listing.hold (holder, item_id, listing_id, buyer, held_at, pieces)
                            select :holder, item_id, id, :buyer, :now, pieces from offered
                            on conflict do nothing
                            returning listing_id)
                        update listing.listing
                        set promised = promised + :pieces,
                            state = case when promised + :pieces = coalesce(stock, 1) then 'RESERVED' else state end,
                            version = version + 1, updated_at = :now
                        from held
                        where listing.id = held.listing_id
                        returning listing.version, listing.state
                        """.formatted(condition))
                .bind("now", now)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("buyer", buyer.value())
                .bind("pieces", pieces)
                .map(row -> new Taken(required(row, "version", Long.class), state(row) == ListingState.RESERVED))
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

    /**
     * The titles of those that cannot be promised away as one: not published, promised for any day, kept for somebody,
     * or a stock.
     */
    public Flux<String> titlesOfTaken(Collection<ListingId> ids) {
        return database.sql("""
                        select title
                        from listing.listing
                        where id = any(:ids)
                          and (state <> 'PUBLISHED' or managed or stock is not null
                            or exists (
                                select from listing.hold
                                where hold.item_id = listing.item_id and released_at is null))
                        order by item_id, id
                        """)
                .bind("ids", values(ids))
                .map((row, metadata) -> required(row, "title", String.class))
                .all();
    }

    /** Those of which one can be sold now, in no particular order. */
    public Flux<ListingId> free(Collection<ListingId> ids) {
        return database.sql("""
                        select id
                        from listing.listing
                        where id = any(:ids) and state = 'PUBLISHED' and for_sale and coalesce(stock, 1) > promised
                          and (stock is not null
                            or not exists (
                                select from listing.hold
                                where hold.item_id = listing.item_id and released_at is null))
                        """)
                .bind("ids", values(ids))
                .map((row, metadata) -> new ListingId(required(row, "id", UUID.class)))
                .all();
    }

    /** Takes the lock for a swap, whether or not the thing is for sale; the rest as {@link #take}. */
    public Mono<Taken> takeForSwap(ListingId id, AccountId receiver, UUID holder, Instant now) {
        return take(id, receiver, holder, 1, now, "gift is null and not managed and stock is null");
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

    /** Whether somebody is promised the item, some of it, or some days of it that are not over. */
    public Mono<Boolean> isPromised(UUID itemId, LocalDate today) {
        return database.sql("""
                        select exists (
                            select from listing.hold
                            where item_id = :item and released_at is null and not (returned and upper(days) <= :today)) as held
                        """)
                .bind("item", itemId)
                .bind("today", today)
                .map((row, metadata) -> required(row, "held", Boolean.class))
                .one();
    }

    /**
     * Gives the lock back and moves the listing on; empty where the holder holds it no longer. A stock is moved on only
     * when its last piece is sold, or when some of it can be had again that was all promised; sold pieces leave it.
     */
    public Mono<GivenBack> giveBack(ListingId id, UUID holder, ListingState next, Instant now) {
        return database.sql("""
                        with released as (
                            update listing.hold
                            set released_at = :now
                            where listing_id = :id and holder = :holder and released_at is null
                            returning listing_id, buyer, coalesce(pieces, 1) as pieces)
                        update listing.listing
                        set promised = promised - released.pieces,
                            stock = case when :next = 'SOLD' then stock - released.pieces else stock end,
                            state = case
                                when stock is null then :next
                                when :next = 'SOLD' and stock = released.pieces then :next
                                when :next = 'PUBLISHED' and state = 'RESERVED' then :next
                                else state
                            end,
                            version = version + 1, updated_at = :now
                        from released
                        where listing.id = released.listing_id and (listing.state = 'RESERVED' or stock is not null)
                        returning listing.version, listing.item_id, listing.category_code, listing.state, released.buyer, released.pieces,
                                  listing.stock - listing.promised as free
                        """)
                .bind("now", now)
                .bind("id", id.value())
                .bind("holder", holder)
                .bind("next", next.name())
                .map(row -> new GivenBack(
                        required(row, "version", Long.class),
                        required(row, "item_id", UUID.class),
                        required(row, "category_code", String.class),
                        state(row),
                        new AccountId(required(row, "buyer", UUID.class)),
                        required(row, "pieces", Integer.class),
                        row.get("free", Integer.class)))
                .one();
    }

    private static ListingState state(Readable row) {
        return ListingState.valueOf(required(row, "state", String.class));
    }

    /**
     * @param version the listing's, after it
     * @param isAll whether nothing of it can be had any more
     */
    public record Taken(long version, boolean isAll) {}

    /**
     * @param version the listing's, after it
     * @param state the listing's, after it
     * @param buyer to whom it was promised
     * @param pieces how many the promise was for
     * @param left how many pieces of a stock can be had after it; null for a unique thing
     */
    public record GivenBack(
            long version,
            UUID itemId,
            String categoryCode,
            ListingState state,
            AccountId buyer,
            int pieces,
            @Nullable Integer left) {

        /** @param wanted where the listing was to go */
        public News newsOf(ListingState wanted) {
            return switch (wanted) {
                case SOLD -> state == ListingState.SOLD ? News.SOLD : News.COUNTED;
                case WITHDRAWN -> News.TAKEN_BACK;
                case PUBLISHED -> isOfferedAgain() ? News.OFFERED_AGAIN : News.COUNTED;
                case DRAFT, IN_REVIEW, RESERVED -> throw new IllegalArgumentException("No promise ends in " + wanted);
            };
        }

        /** Nothing could be had before. */
        private boolean isOfferedAgain() {
            return state == ListingState.PUBLISHED && (left == null || left == pieces);
        }

        /** What became of the listing. */
        public enum News {
            SOLD,
            OFFERED_AGAIN,
            TAKEN_BACK,
            /** There are other numbers, and nothing else. */
            COUNTED
        }
    }
}
