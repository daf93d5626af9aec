package io.xunshi.platform.identity.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.identity.domain.Account;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.session.ReactiveFindByIndexNameSessionRepository;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Begins and ends sessions; they live in Redis. */
@Component
class Sessions {
    private final ServerSecurityContextRepository contexts = new WebSessionServerSecurityContextRepository();
    private final ReactiveFindByIndexNameSessionRepository<? extends Session> index;
    private final ReactiveSessionRepository<? extends Session> sessions;

    Sessions(
            ReactiveFindByIndexNameSessionRepository<? extends Session> index,
            ReactiveSessionRepository<? extends Session> sessions) {
        this.index = index;
        this.sessions = sessions;
    }

    /**
     * Fails while the store does not answer. Asked before anything is changed whose other half is a session: a code
     * that is used up, a password whose old sessions must end.
     */
    Mono<Void> check() {
        return index.findByPrincipalName("nobody").then();
    }

    /** Who is signed in; unlike the principal of a public page, this fails while the store does not answer. */
    Mono<SignedIn> current(ServerWebExchange exchange) {
        return contexts.load(exchange)
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(SignedIn.class);
    }

    /** Signs the account in under a new session id, so that an id planted before is worth nothing. */
    Mono<Void> begin(ServerWebExchange exchange, Account account) {
        var roles = account.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        var person = new PreAuthenticatedAuthenticationToken(
                new SignedIn(account.id(), account.roles()), "", List.copyOf(roles));
        return exchange.getSession()
                .flatMap(WebSession::changeSessionId)
                .then(contexts.save(exchange, new SecurityContextImpl(person)));
    }

    Mono<Void> end(ServerWebExchange exchange) {
        return exchange.getSession().flatMap(WebSession::invalidate);
    }

    /** Ends all sessions of an account but the given one. */
    Mono<Void> endOthers(AccountId account, String keptSessionId) {
        return index.findByPrincipalName(account.toString())
                .flatMapMany(found -> Flux.fromIterable(found.keySet()))
                .filter(id -> !id.equals(keptSessionId))
                .concatMap(sessions::deleteById)
                .then();
    }

    Mono<Void> endAll(AccountId account) {
        return endOthers(account, "");
    }
}
