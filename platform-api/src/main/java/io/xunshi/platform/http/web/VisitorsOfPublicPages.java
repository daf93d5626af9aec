package io.xunshi.platform.http.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds out who calls. While the session store is away nobody is known: on what is public everybody is a stranger then,
 * and whatever needs a name is unavailable, which is not the same as being signed out.
 */
@Component
class VisitorsOfPublicPages implements ServerSecurityContextRepository {
    private final ServerSecurityContextRepository sessions = new WebSessionServerSecurityContextRepository();
    private final AccessRules rules;

    VisitorsOfPublicPages(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return sessions.save(exchange, context);
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return sessions.load(exchange)
                .onErrorResume(
                        RefusalOfError::isOutage,
                        outage -> rules.isPublic(exchange).flatMap(open -> open ? Mono.empty() : Mono.error(outage)));
    }
}
