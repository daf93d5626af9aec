package io.xunshi.platform.identity;

import reactor.core.publisher.Flux;

/** Which accounts belong to one person, or to one household. */
public interface SharedBrowsers {

    /** Accounts that somebody signed in to with a browser that the account was signed in to with, too. */
    Flux<AccountId> of(AccountId account);
}
