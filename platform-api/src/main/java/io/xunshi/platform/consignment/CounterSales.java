package io.xunshi.platform.consignment;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What observers may ask about sales over the counter. */
public interface CounterSales {

    /** A sale's id by what its receipt says, however it was typed; empty where there is none. */
    Mono<UUID> findByCode(String code);
}
