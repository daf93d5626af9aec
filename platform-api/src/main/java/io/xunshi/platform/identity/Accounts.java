package io.xunshi.platform.identity;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask about accounts. */
public interface Accounts {

    /** Empty where there never was such an account; of one that was erased its id and no person. */
    Mono<AccountView> find(AccountId id);

    /** In no particular order; unknown ids are left out. */
    Flux<AccountView> findAll(Collection<AccountId> ids);

    /**
     * The account of a phone number or e-mail address; empty where there is none. For officers who search by party: it
     * must not reach a person's own screen, or it would tell who has an account.
     */
    Mono<AccountView> findByContact(String contact);
}
