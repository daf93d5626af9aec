package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.storage.AccountRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers other modules. */
@Component
class PublishedAccounts implements Accounts {
    private final AccountRepository accounts;

    PublishedAccounts(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<AccountView> find(AccountId id) {
        return accounts.findViews(List.of(id)).next();
    }

    @Override
    public Flux<AccountView> findAll(Collection<AccountId> ids) {
        return ids.isEmpty() ? Flux.empty() : accounts.findViews(ids);
    }

    @Override
    public Mono<AccountView> findByContact(String contact) {
        return Mono.fromCallable(() -> Contact.parse(contact))
                .flatMap(accounts::findByContact)
                .map(Account::view);
    }
}
