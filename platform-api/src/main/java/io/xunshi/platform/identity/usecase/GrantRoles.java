package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityEvents.RolesGranted;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Changes what an account may do; the event says who decided it. */
@Component
public class GrantRoles {
    private final AccountRepository accounts;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    GrantRoles(AccountRepository accounts, EventPublisher events, IdGenerator ids, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link IdentityProblem#ACCOUNT_NOT_FOUND}. */
    @Transactional
    public Mono<Account> grant(AccountId officer, AccountId id, Set<Role> roles) {
        return accounts.changeRoles(id, roles, clock.instant())
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(IdentityProblem.ACCOUNT_NOT_FOUND::raise))
                .then(events.publish(
                        new RolesGranted(ids.next(), clock.instant(), id.value(), officer.value(), Set.copyOf(roles))))
                .then(accounts.find(id));
    }
}
