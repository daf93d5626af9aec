package io.xunshi.platform.identity.storage;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.OpenSessions;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Looks for the session where all replicas keep it. */
@Repository
class RedisOpenSessions implements OpenSessions {
    private final ReactiveSessionRepository<? extends Session> sessions;
    private final AccountSessionRepository accountSessions;

    RedisOpenSessions(ReactiveSessionRepository<? extends Session> sessions, AccountSessionRepository accountSessions) {
        this.sessions = sessions;
        this.accountSessions = accountSessions;
    }

    @Override
    public Mono<Boolean> isOpen(String sessionId) {
        return sessions.findById(sessionId).map(session -> !session.isExpired()).defaultIfEmpty(false);
    }

    @Override
    public String nameOf(String sessionId) {
        return AccountSessionRepository.nameOf(sessionId);
    }

    @Override
    public Mono<Boolean> isOpen(AccountId person, String name) {
        return accountSessions.findOf(person).any(session -> session.name().equals(name));
    }
}
