package io.xunshi.platform.identity.storage;

import io.xunshi.platform.identity.OpenSessions;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Looks for the session where all replicas keep it. */
@Repository
class RedisOpenSessions implements OpenSessions {
    private final ReactiveSessionRepository<? extends Session> sessions;

    RedisOpenSessions(ReactiveSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Boolean> isOpen(String sessionId) {
        return sessions.findById(sessionId).map(session -> !session.isExpired()).defaultIfEmpty(false);
    }
}
