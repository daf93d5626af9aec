package io.xunshi.platform.events;

import reactor.core.publisher.Mono;

/** The way news leaves a module. */
public interface EventPublisher {

    /**
     * Writes the event and one delivery per reaction into the outbox, in the caller's transaction: all of it commits or
     * none does. After the commit, beans of this process with a <code>@TransactionalEventListener</code> for it hear of
     * it as well: at once, at most once, and not at all if the process dies then. That suffices for what is kept in
     * memory, and for nothing else.
     *
     * <p>An error signal where the caller has no transaction
     */
    Mono<Void> publish(DomainEvent event);
}
