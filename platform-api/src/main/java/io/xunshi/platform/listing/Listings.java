package io.xunshi.platform.listing;

import io.xunshi.platform.identity.AccountId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask and tell about listings. Drafts are nobody's business: they are never handed out. */
public interface Listings {

    /** Empty where there is none, or only a draft. */
    Mono<ListingView> find(ListingId id);

    /** In no particular order; unknown ids are left out. */
    Flux<ListingView> findAll(Collection<ListingId> ids);

    /** Whether it is this person's listing, be it only a draft; false where there is none. */
    Mono<Boolean> isOf(ListingId id, AccountId person);

    /**
     * Whether it is this person's listing and they keep it by hand: false for what is theirs to sell only under an
     * agreement with somebody else.
     */
    Mono<Boolean> isKeptBy(ListingId id, AccountId person);

    /**
     * Promises the item to one buyer, in the caller's transaction. Of any number of callers one succeeds; the others
     * get {@link ListingProblem#NOT_AVAILABLE}. What today's rules do not let change hands is refused as by
     * {@link #checkHandover}.
     *
     * @param holder what the item is held for, an order's id; only the same holder can let it go
     */
    Mono<ListingView> reserve(ListingId id, AccountId buyer, UUID holder);

    /**
     * The same for pieces of a stock; empty where fewer are left. Of any number of callers as many succeed as there are
     * pieces for. Of a unique thing there is one.
     *
     * @param pieces at least one
     */
    Mono<ListingView> reserve(ListingId id, AccountId buyer, UUID holder, int pieces);

    /**
     * Raises {@link io.xunshi.platform.regulation.RegulationProblem#REFUSED} where today's rules do not let the thing
     * change hands, a device without a verified wipe record say. Asks nothing for goods that hold no data.
     */
    Mono<Void> checkHandover(ListingId id, String categoryCode);

    /**
     * Promises an item that is given away to one of those who asked, in the caller's transaction; otherwise as
     * {@link #reserve}.
     *
     * @param holder what the item is held for, a gift's id; only the same holder can let it go
     */
    Mono<ListingView> promiseGift(ListingId id, AccountId receiver, UUID holder);

    /** Promises what the holder holds to somebody else, without offering it to everybody between. */
    Mono<Void> handOn(ListingId id, UUID holder, AccountId next);

    /** Lets the item go and takes its listing back from everybody: the owner keeps it. */
    Mono<Void> keep(ListingId id, UUID holder);

    /** Offers what was held to everybody again. Does nothing where the holder holds it no longer. */
    Mono<Void> release(ListingId id, UUID holder);

    /**
     * What was held is sold; with it, or with the last piece of a stock, the listing ends. Does nothing the second
     * time.
     */
    Mono<Void> markSold(ListingId id, UUID holder);

    /**
     * Promises several items at once, each to somebody else, in the caller's transaction: all of them or, before
     * anything is changed, {@link ListingProblem#ONE_NOT_AVAILABLE} with the title of one that is gone. Items are
     * locked in the order of their ids, so callers with the same items wait for each other and never in a circle. What
     * today's rules do not let change hands is refused as by {@link #checkHandover}. An item need not be for sale.
     *
     * @param receivers who gets which
     * @param holder what the items are held for, a swap's id
     */
    Mono<List<ListingView>> reserveAll(Map<ListingId, AccountId> receivers, UUID holder);

    /**
     * Promises several things to one buyer, in the caller's transaction: all of them, or nothing is changed and the
     * answer says which are gone. Of a stock one piece is promised. Locked as by {@link #reserveAll}; what today's
     * rules do not let change hands is refused as by {@link #checkHandover}.
     *
     * @param holders what each is held for, an order's id of its own
     */
    Mono<Reservation> reserveTogether(AccountId buyer, Map<ListingId, UUID> holders);

    /** Raises what {@link #reserveAll} raises where it would fail now, and promises nothing. */
    Mono<Void> checkAllFree(Collection<ListingId> ids);

    /**
     * Ends the promises of a holder: some items are offered again, others are gone for good. Does nothing for what the
     * holder holds no longer.
     */
    Mono<Void> endAll(UUID holder, Collection<ListingId> released, Collection<ListingId> gone);

    /** What is open to swaps (互换), the newest first. */
    Flux<ListingView> openToSwap(int limit);

    /**
     * Promises the item to one tenant for some days and the buffer after them, in the caller's transaction; empty where
     * another promise touches those days, or the listing is not published or not for rent. An item that is promised for
     * any day cannot be sold away.
     *
     * @param holder what the days are held for, a rental's id; only the same holder can let them go
     */
    Mono<ListingView> book(ListingId id, AccountId tenant, UUID holder, DayRange days);

    /** Lets all days go: nothing came of it. Does nothing where the holder holds none. */
    Mono<Void> releaseDays(ListingId id, UUID holder);

    /** The item is with its owner again: days after the buffer are free, and so is all when the buffer is over. */
    Mono<Void> endBooking(ListingId id, UUID holder, LocalDate returnedOn);

    /** Days between two others on which the item is promised or away, in order; who has it is not told. */
    Flux<DayRange> busyDays(ListingId id, DayRange between);

    /**
     * All listings that may be found, by id, for rebuilding the index.
     *
     * @param after the last id of the page before; null for the first page
     */
    Flux<ListingView> publishedAfter(@Nullable ListingId after, int limit);

    /** What any of the sellers offers now, newest first. */
    Flux<ListingView> publishedOf(Collection<AccountId> sellers, int limit);

    /** The newest published listings, for when the search engine is down. */
    Flux<ListingView> latestPublished(ListingFilter filter, int limit);
}
