package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.DisplayName;
import io.xunshi.platform.identity.storage.AccountRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Corrects the name that others see (PIPL art. 46). */
@Component
public class RenameAccount {
    private final AccountRepository accounts;

    RenameAccount(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Raises {@link IdentityProblem#BAD_DISPLAY_NAME}. */
    public Mono<Account> rename(AccountId id, String displayName) {
        return accounts.rename(id, DisplayName.parse(displayName))
                .then(accounts.find(id))
                .switchIfEmpty(Mono.error(IdentityProblem.ACCOUNT_NOT_FOUND::raise));
    }
}
