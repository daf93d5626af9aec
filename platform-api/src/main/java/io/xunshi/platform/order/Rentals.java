package io.xunshi.platform.order;

import reactor.core.publisher.Mono;

/** What observers may ask about rentals. */
public interface Rentals {

    /** Empty where there is none. */
    Mono<RentalFacts> findByCode(String code);
}
