package io.xunshi.platform.identity.storage;

import io.xunshi.platform.identity.AccountId;
import org.springframework.session.ReactiveFindByIndexNameSessionRepository;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The open sessions of people, where all replicas keep them. */
@Repository
public class AccountSessionRepository {
    private final ReactiveFindByIndexNameSessionRepository<? extends Session> index;
    private final ReactiveSessionRepository<? extends Session> sessions;

    AccountSessionRepository(
            ReactiveFindByIndexNameSessionRepository<? extends Session> index,
            ReactiveSessionRepository<? extends Session> sessions) {
        this.index = index;
        this.sessions = sessions;
    }

    /** Fails while the store does not answer. */
    public Mono<Void> check() {
        return index.findByPrincipalName("nobody").then();
    }

    public Flux<Session> findOf(AccountId account) {
        return index.findByPrincipalName(account.toString())
                .flatMapMany(found -> Flux.fromIterable(found.values()))
                .filter(session -> !session.isExpired())
                .cast(Session.class);
    }

    public Mono<Void> end(String sessionId) {
        return sessions.deleteById(sessionId);
    }

    /** All of the account's but the given one. */
    public Mono<Void> endOthers(AccountId account, String keptSessionId) {
        return index.findByPrincipalName(account.toString())
                .flatMapMany(found -> Flux.fromIterable(found.keySet()))
                .filter(id -> !id.equals(keptSessionId))
                .concatMap(sessions::deleteById)
                .then();
    }
}
