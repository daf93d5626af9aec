package io.xunshi.platform.messaging;

import io.xunshi.platform.identity.AccountId;
import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Who does not want to hear from whom. Nobody is brought together with such a person, or told of what they offer. */
public interface Blocks {

    /** Those of the people whom the person has blocked, or who have blocked the person. */
    Mono<Set<AccountId>> between(AccountId person, Collection<AccountId> people);
}
