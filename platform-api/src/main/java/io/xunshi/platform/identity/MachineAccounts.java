package io.xunshi.platform.identity;

import reactor.core.publisher.Mono;

/**
 * Accounts of programs (机器账号) that act for an organisation. Nobody signs in to one; whoever opens it says what else
 * proves that a request is its own. Everywhere else it is an account as any other, so that each record names who did
 * what.
 */
public interface MachineAccounts {

    /**
     * Opens one, in the caller's transaction.
     *
     * @param name by which people know it, shown wherever a person's name would be
     */
    Mono<AccountId> open(String name);
}
