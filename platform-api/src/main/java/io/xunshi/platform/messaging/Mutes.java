package io.xunshi.platform.messaging;

import io.xunshi.platform.identity.AccountId;
import reactor.core.publisher.Mono;

/**
 * Whether somebody may turn to people at all. Asked by whatever puts one person's free words before others, except for
 * what a running trade needs and for what a listing says, which moderators look at by itself.
 */
public interface Mutes {

    /** Raises {@link MessagingProblem#MUTED}. */
    Mono<Void> check(AccountId person);
}
