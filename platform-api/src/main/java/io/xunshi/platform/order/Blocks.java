package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import reactor.core.publisher.Mono;

/** Who does not want to hear from whom; answered by the module in which people say so. */
public interface Blocks {

    /** Whether either has blocked the other. */
    Mono<Boolean> areBetween(AccountId one, AccountId other);
}
