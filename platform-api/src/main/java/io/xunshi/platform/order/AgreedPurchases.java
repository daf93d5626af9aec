package io.xunshi.platform.order;

import reactor.core.publisher.Mono;

/** Lets a module in which people come to terms turn their agreement into a purchase. How they came to it is its own. */
public interface AgreedPurchases {

    /**
     * Places the order at the agreed price, in the caller's transaction: the item is held, what was promised is frozen,
     * and the buyer has some minutes to pay if they are here, and half a day if they must first hear of it. Raises
     * {@link io.xunshi.platform.listing.ListingProblem#NOT_AVAILABLE} where somebody was faster and
     * {@link OrderProblem#TOO_MANY_UNPAID} where the buyer holds too much already.
     */
    Mono<OrderId> place(Agreement agreement);

    /**
     * Tells the payment provider of the order; to be called once the transaction has committed. Never fails: paying can
     * be tried again from the order.
     */
    Mono<Void> startPayment(OrderId id);
}
