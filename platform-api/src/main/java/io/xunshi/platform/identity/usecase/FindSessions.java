package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.OpenSession;
import io.xunshi.platform.identity.storage.AccountSessionRepository;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows people where they are signed in, and signs them out there. */
@Component
public class FindSessions {
    private final AccountSessionRepository sessions;

    FindSessions(AccountSessionRepository sessions) {
        this.sessions = sessions;
    }

    /** Last used first. */
    public Mono<List<OpenSession>> of(AccountId person) {
        return sessions.findOf(person)
                .sort(Comparator.comparing(OpenSession::lastSeenAt).reversed())
                .collectList();
    }

    /** Raises {@link IdentityProblem#SESSION_NOT_FOUND}. */
    public Mono<Void> end(AccountId person, String name) {
        return sessions.findOf(person)
                .filter(session -> session.name().equals(name))
                .next()
                .switchIfEmpty(Mono.error(IdentityProblem.SESSION_NOT_FOUND::raise))
                .flatMap(session -> sessions.end(session.id()));
    }
}
