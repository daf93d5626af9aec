package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.storage.AccountSessionRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs an account out. */
@Component
public class EndSessions {
    private final AccountSessionRepository sessions;

    EndSessions(AccountSessionRepository sessions) {
        this.sessions = sessions;
    }

    /**
     * Fails while the store does not answer. Asked before anything is changed whose other half is a session: a code
     * that is used up, a password whose old sessions must end.
     */
    public Mono<Void> check() {
        return sessions.check();
    }

    /** Everywhere but in the given session. */
    public Mono<Void> others(AccountId account, String keptSessionId) {
        return sessions.endOthers(account, keptSessionId);
    }

    public Mono<Void> all(AccountId account) {
        return sessions.endOthers(account, "");
    }
}
