package io.xunshi.platform.http.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds the controller method that a request is for, before it runs. */
@Component
class Handlers {
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    Handlers(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** Empty for what no controller serves; a request that fits no method of its path is left to fail in its turn. */
    Mono<HandlerMethod> of(ServerWebExchange exchange) {
        return mapping.getObject()
                .getHandler(exchange)
                .ofType(HandlerMethod.class)
                .onErrorResume(unfit -> Mono.empty());
    }
}
