package io.xunshi.platform.events.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.events.EventSettings;
import io.xunshi.platform.events.domain.RetrySchedule;
import io.xunshi.platform.events.storage.Delivery;
import io.xunshi.platform.events.storage.HandlerFilter;
import io.xunshi.platform.events.storage.OutboxRepository;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The deliveries that wait for one system: a payment provider that takes its time holds up what is meant for it and
 * nothing else. One look is under way at a time in this process; whoever asks meanwhile causes another one after it.
 */
final class DeliveryLane {
    private static final Logger log = LoggerFactory.getLogger(DeliveryLane.class);
    private static final int ERROR_LENGTH_MAX = 500;

    private final HandlerFilter handlers;
    private final Reactions reactions;
    private final OutboxRepository outbox;
    private final EventCodec codec;
    private final TransactionalOperator transaction;
    private final EventSettings settings;
    private final MeterRegistry meters;
    private final AtomicInteger asked = new AtomicInteger();

    DeliveryLane(
            HandlerFilter handlers,
            Reactions reactions,
            OutboxRepository outbox,
            EventCodec codec,
            TransactionalOperator transaction,
            EventSettings settings,
            MeterRegistry meters) {
        this.handlers = handlers;
        this.reactions = reactions;
        this.outbox = outbox;
        this.codec = codec;
        this.transaction = transaction;
        this.settings = settings;
        this.meters = meters;
    }

    /** Whether one of the reactions to the event belongs here. */
    boolean concerns(DomainEvent event) {
        return reactions.namesFor(event).stream().anyMatch(handlers::matches);
    }

    /** Delivers all that is due; empty at once where a look is under way, which then is followed by another. */
    Mono<Void> deliverDue() {
        return Mono.defer(() -> asked.getAndIncrement() == 0 ? deliverWhileAsked() : Mono.empty());
    }

    private Mono<Void> deliverWhileAsked() {
        return Mono.defer(() -> {
                    asked.set(1);
                    return deliverBatches();
                })
                .repeat(() -> !asked.compareAndSet(1, 0))
                .then()
                .doOnError(error -> asked.set(0))
                .doOnCancel(() -> asked.set(0));
    }

    private Mono<Void> deliverBatches() {
        return deliverBatch()
                .repeat()
                .takeWhile(delivered -> delivered == settings.batch())
                .then();
    }

    private Mono<Integer> deliverBatch() {
        return outbox.claim(handlers, settings.batch(), settings.lease(), RetrySchedule.MAX_ATTEMPTS)
                .collectList()
                .flatMap(claimed -> Flux.fromIterable(claimed)
                        .flatMap(this::deliver, settings.concurrency())
                        .collectList()
                        .flatMap(this::removeAll)
                        .thenReturn(claimed.size()));
    }

    /** The delivery where it was made and is still to be removed; empty where nothing is left to do. */
    private Mono<Delivery> deliver(Delivery delivery) {
        return reactions
                .named(delivery.handler())
                .map(reaction -> react(reaction, delivery))
                .orElseGet(() -> Mono.error(new IllegalStateException("No reaction is called " + delivery.handler())))
                .onErrorResume(error -> postpone(delivery, error).then(Mono.empty()));
    }

    private Mono<Delivery> react(Reaction reaction, Delivery delivery) {
        var reacted = reaction.react(codec.read(delivery.payload(), reaction.eventType()));
        return reaction.transactional()
                ? reacted.then(removeOrRollBack(delivery))
                        .as(transaction::transactional)
                        .doOnSuccess(nothing -> count(delivery, "delivered"))
                        .then(Mono.empty())
                : reacted.doOnSuccess(nothing -> count(delivery, "delivered")).thenReturn(delivery);
    }

    /** In one statement, because each commit of its own would wait for the disk. */
    private Mono<Void> removeAll(List<Delivery> made) {
        return made.isEmpty()
                ? Mono.empty()
                : outbox.removeAll(made.stream().map(Delivery::id).toList());
    }

    private Mono<Void> removeOrRollBack(Delivery delivery) {
        return outbox.remove(delivery.id())
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Delivered by another replica meanwhile")))
                .then();
    }

    private Mono<Void> postpone(Delivery delivery, Throwable error) {
        log.warn("{} failed on {} (attempt {})", delivery.handler(), delivery.type(), delivery.attempts(), error);
        count(delivery, "failed");
        var text = String.valueOf(error);
        return outbox.postpone(
                delivery.id(),
                RetrySchedule.delayAfter(delivery.attempts()),
                text.substring(0, Math.min(text.length(), ERROR_LENGTH_MAX)));
    }

    private void count(Delivery delivery, String outcome) {
        meters.counter("xunshi.events.deliveries", "handler", delivery.handler(), "outcome", outcome)
                .increment();
    }
}
