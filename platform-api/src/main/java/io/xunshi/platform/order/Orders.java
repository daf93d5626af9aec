package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingView;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What later modules may ask and tell about purchases. */
public interface Orders {

    /** Empty where there is none. */
    Mono<OrderView> find(OrderId id);

    /** Newest first. */
    Flux<OrderView> findOfListing(UUID listingId, int limit);

    /** Freezes what a listing says now, as an order over it would. */
    OrderSnapshot snapshotOf(ListingView listing);

    /**
     * Hands the goods of a listing over against the buyer's pickup code, for a seller whom the caller acts for. Begins
     * a transaction of its own, because wrong codes are counted even though they are refused. Raises
     * {@link OrderProblem#NOT_FOUND} where nobody has paid for it, {@link OrderProblem#PICKUP_CODE_WRONG} or
     * {@link OrderProblem#PICKUP_CODE_LOCKED}.
     */
    Mono<OrderView> handOver(AccountId seller, UUID listingId, String pickupCode);

    /**
     * Calls off the purchase of a listing whose thing the seller can hand over no longer, in the caller's transaction:
     * the item is free again, the buyer is told and paid back in full. Raises {@link OrderProblem#WRONG_STATE} where
     * the purchase moves at the same moment.
     *
     * @param cause {@link StepCause#SOLD_AT_COUNTER} or {@link StepCause#GOODS_LOST}
     * @return the purchase; empty where nobody waits for the thing: not bought, called off, or already in a buyer's
     *     hand
     */
    Mono<OrderView> callOff(AccountId seller, UUID listingId, StepCause cause);
}
