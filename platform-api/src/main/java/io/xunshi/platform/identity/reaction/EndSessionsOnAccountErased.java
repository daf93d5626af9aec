package io.xunshi.platform.identity.reaction;

import io.xunshi.platform.events.OutsideTransaction;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityEvents.AccountErased;
import io.xunshi.platform.identity.usecase.EndSessions;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody is signed in as somebody who is forgotten. */
@Component
@OutsideTransaction
class EndSessionsOnAccountErased {
    private final EndSessions endSessions;

    EndSessionsOnAccountErased(EndSessions endSessions) {
        this.endSessions = endSessions;
    }

    @DomainEventHandler
    Mono<Void> on(AccountErased event) {
        return endSessions.all(new AccountId(event.accountId()));
    }
}
