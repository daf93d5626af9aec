package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.storage.AccountRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows a person their account. */
@Component
public class FindOwnAccount {
    private final AccountRepository accounts;

    FindOwnAccount(AccountRepository accounts) {
        this.accounts = accounts;
    }

    public Mono<Account> find(AccountId id) {
        return accounts.find(id).switchIfEmpty(Mono.error(IdentityProblem.ACCOUNT_NOT_FOUND::raise));
    }
}
