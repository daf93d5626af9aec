package io.xunshi.platform.order;

import reactor.core.publisher.Mono;

/** What observers may ask about swaps. */
public interface Swaps {

    /** Empty where there is none. */
    Mono<SwapFacts> findByCode(String code);
}
