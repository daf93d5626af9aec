package io.xunshi.platform.http.web;

import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.usecase.LimitRequests;
import io.xunshi.platform.http.usecase.LimitSettings;
import java.security.Principal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts requests for handlers that are {@link Limited}, behind security and before anything is written. */
@Component
@Order(IdempotencyFilter.BEHIND_SECURITY - 1)
class LimitFilter implements WebFilter {
    private final Handlers handlers;
    private final LimitRequests limitRequests;
    private final LimitSettings settings;

    LimitFilter(Handlers handlers, LimitRequests limitRequests, LimitSettings settings) {
        this.handlers = handlers;
        this.limitRequests = limitRequests;
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return handlers.of(exchange)
                .filter(handler -> handler.hasMethodAnnotation(Limited.class))
                .flatMap(handler -> check(handler, exchange))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Void> check(HandlerMethod handler, ServerWebExchange exchange) {
        var limited = handler.getMethodAnnotation(Limited.class);
        return limited == null
                ? Mono.empty()
                : callerOf(handler, exchange).flatMap(caller -> limitRequests.check(limited.value(), caller));
    }

    private Mono<String> callerOf(HandlerMethod handler, ServerWebExchange exchange) {
        return AccessRules.isPublic(handler)
                ? Mono.fromSupplier(() -> ClientAddress.of(exchange.getRequest(), settings.trustedProxies()))
                : exchange.getPrincipal().map(Principal::getName);
    }
}
