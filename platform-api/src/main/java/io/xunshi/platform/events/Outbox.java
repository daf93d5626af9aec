package io.xunshi.platform.events;

import reactor.core.publisher.Mono;

/** How far the delivery of events is. */
public interface Outbox {

    /** What is still to be delivered, to all handlers together. */
    Mono<Backlog> backlog();

    /**
     * @param waiting deliveries that are not made yet
     * @param dead those of them that failed too often and wait for a person
     */
    record Backlog(long waiting, long dead) {}
}
