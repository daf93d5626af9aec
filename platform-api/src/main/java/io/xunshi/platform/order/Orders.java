package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What observers may ask about purchases. */
public interface Orders {

    /** Empty where there is none. */
    Mono<OrderView> find(OrderId id);

    Mono<OrderView> findByCode(String code);

    /** Those in which the person bought or sold, newest first. */
    Flux<OrderView> findOfParty(AccountId party, int limit);

    /** Newest first. */
    Flux<OrderView> findOfListing(UUID listingId, int limit);

    /** The newest of all. */
    Flux<OrderView> findNewest(int limit);
}
