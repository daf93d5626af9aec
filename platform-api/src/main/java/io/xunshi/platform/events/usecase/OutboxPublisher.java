package io.xunshi.platform.events.usecase;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.events.storage.OutboxRepository;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalEventPublisher;
import reactor.core.publisher.Mono;

/** Publishes by writing into the outbox; the mandatory transaction is what makes news and change one. */
@Component
class OutboxPublisher implements EventPublisher {
    private final OutboxRepository outbox;
    private final Reactions reactions;
    private final EventCodec codec;
    private final TransactionalEventPublisher listeners;

    OutboxPublisher(
            OutboxRepository outbox, Reactions reactions, EventCodec codec, ApplicationEventPublisher listeners) {
        this.outbox = outbox;
        this.reactions = reactions;
        this.codec = codec;
        this.listeners = new TransactionalEventPublisher(listeners);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> publish(DomainEvent event) {
        return outbox.add(event, codec.typeOf(event), codec.write(event), reactions.namesFor(event))
                .then(listeners.publishEvent(event));
    }
}
