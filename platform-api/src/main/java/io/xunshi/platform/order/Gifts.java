package io.xunshi.platform.order;

import reactor.core.publisher.Mono;

/** What observers may ask about gifts. */
public interface Gifts {

    /** Empty where there is none. */
    Mono<GiftFacts> findByCode(String code);
}
