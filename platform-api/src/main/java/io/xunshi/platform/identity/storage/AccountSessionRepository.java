package io.xunshi.platform.identity.storage;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.domain.OpenSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.session.ReactiveFindByIndexNameSessionRepository;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The open sessions of people, where all replicas keep them. */
@Repository
public class AccountSessionRepository {
    private static final int NAME_BYTES = 16;

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

    /** In no particular order. */
    public Flux<OpenSession> findOf(AccountId account) {
        return index.findByPrincipalName(account.toString())
                .flatMapMany(found -> Flux.fromIterable(found.values()))
                .filter(session -> !session.isExpired())
                .map(AccountSessionRepository::openSession);
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

    private static OpenSession openSession(Session session) {
        return new OpenSession(
                session.getId(),
                nameOf(session.getId()),
                session.getAttributeOrDefault(OpenSession.DEVICE, "—"),
                session.getAttributeOrDefault(OpenSession.SIGNED_IN_AT, session.getCreationTime()),
                session.getLastAccessedTime());
    }

    /** Who reads the name of a session must not be able to use it. */
    static String nameOf(String sessionId) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
