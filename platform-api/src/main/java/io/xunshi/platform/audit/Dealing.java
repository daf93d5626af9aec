package io.xunshi.platform.audit;

import io.xunshi.platform.identity.AccountId;

/**
 * Things that one person passed on to another.
 *
 * @param trades at least 1
 */
public record Dealing(AccountId giver, AccountId taker, long trades) {}
