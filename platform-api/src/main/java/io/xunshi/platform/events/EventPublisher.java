package io.xunshi.platform.events;

import reactor.core.publisher.Mono;

/** The way news leaves a module. */
public interface EventPublisher {

    /**
     * Writes the event and one delivery per reaction into the outbox, in the caller's transaction: all of it commits or
     * none does.
     *
     * <p>An error signal where the caller has no transaction
     */
    Mono<Void> publish(DomainEvent event);
}
