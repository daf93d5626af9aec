package io.xunshi.platform.identity.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.usecase.EndSessions;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Begins and ends the sessions of requests; they live in Redis. */
@Component
class Sessions {
    private final ServerSecurityContextRepository contexts = new WebSessionServerSecurityContextRepository();
    private final EndSessions endSessions;

    Sessions(EndSessions endSessions) {
        this.endSessions = endSessions;
    }

    Mono<Void> check() {
        return endSessions.check();
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

    Mono<Void> endOthers(AccountId account, String keptSessionId) {
        return endSessions.others(account, keptSessionId);
    }

    Mono<Void> endAll(AccountId account) {
        return endSessions.all(account);
    }
}
