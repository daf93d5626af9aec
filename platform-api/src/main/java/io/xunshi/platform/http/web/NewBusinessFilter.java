package io.xunshi.platform.http.web;

import io.xunshi.platform.http.BusinessGate;
import io.xunshi.platform.http.NewBusiness;
import java.security.Principal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Asks the gate before a handler that begins something, behind security and before anything is written. */
@Component
@Order(IdempotencyFilter.BEHIND_SECURITY - 1)
class NewBusinessFilter implements WebFilter {
    private final Handlers handlers;
    private final BusinessGate gate;

    NewBusinessFilter(Handlers handlers, BusinessGate gate) {
        this.handlers = handlers;
        this.gate = gate;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return handlers.of(exchange)
                .filter(handler -> handler.hasMethodAnnotation(NewBusiness.class))
                .flatMap(handler -> exchange.<Principal>getPrincipal())
                .flatMap(person -> gate.pass(person.getName()))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
