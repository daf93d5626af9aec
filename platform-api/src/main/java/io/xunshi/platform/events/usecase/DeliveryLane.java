package io.xunshi.platform.events.usecase;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.events.EventSettings;
import io.xunshi.platform.events.domain.RetrySchedule;
import io.xunshi.platform.events.storage.Delivery;
import io.xunshi.platform.events.storage.HandlerFilter;
import io.xunshi.platform.events.storage.OutboxRepository;
import java.util.Collection;
import java.util.LinkedHashMap;
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
                .flatMap(claimed -> Flux.fromIterable(byEvent(claimed))
                        .flatMap(this::deliver, settings.concurrency())
                        .collectList()
                        .flatMap(this::removeMade)
                        .thenReturn(claimed.size()));
    }

    private static Collection<List<Delivery>> byEvent(List<Delivery> claimed) {
        return claimed.stream()
                .collect(groupingBy(Delivery::eventId, LinkedHashMap::new, toList()))
                .values();
    }

    /** Those deliveries of an event that were made and are still to be removed. */
    private Flux<Delivery> deliver(List<Delivery> ofEvent) {
        var inside = ofEvent.stream().filter(this::isTransactional).toList();
        var outside = ofEvent.stream().filter(not(this::isTransactional)).toList();
        return deliverTogether(inside).thenMany(Flux.fromIterable(outside)).concatMap(this::deliverAlone);
    }

    private boolean isTransactional(Delivery delivery) {
        return reactions.named(delivery.handler()).map(Reaction::transactional).orElse(false);
    }

    /**
     * An event's reactions share one transaction, since most of what a small one costs is its commit. Where one of them
     * fails, each is tried in a transaction of its own, so that it holds up no other.
     */
    private Mono<Void> deliverTogether(List<Delivery> inside) {
        return switch (inside.size()) {
            case 0 -> Mono.empty();
            case 1 -> deliverInside(inside).onErrorResume(error -> postpone(inside.getFirst(), error));
            default ->
                deliverInside(inside)
                        .onErrorResume(error -> Flux.fromIterable(inside)
                                .concatMap(delivery -> deliverTogether(List.of(delivery)))
                                .then());
        };
    }

    private Mono<Void> deliverInside(List<Delivery> inside) {
        return Flux.fromIterable(inside)
                .concatMap(this::react)
                .then(removeOrRollBack(inside))
                .as(transaction::transactional)
                .doOnSuccess(nothing -> inside.forEach(delivery -> count(delivery, "delivered")));
    }

    /** The delivery where it was made and is still to be removed; empty where it has to be tried again. */
    private Mono<Delivery> deliverAlone(Delivery delivery) {
        return react(delivery)
                .doOnSuccess(nothing -> count(delivery, "delivered"))
                .thenReturn(delivery)
                .onErrorResume(error -> postpone(delivery, error).then(Mono.empty()));
    }

    private Mono<Void> react(Delivery delivery) {
        return Mono.defer(() -> reactions
                .named(delivery.handler())
                .map(reaction -> reaction.react(codec.read(delivery.payload(), reaction.eventType())))
                .orElseThrow(() -> new IllegalStateException("No reaction is called " + delivery.handler())));
    }

    /** In one statement, because each commit of its own would wait for the disk. */
    private Mono<Void> removeMade(List<Delivery> made) {
        return made.isEmpty() ? Mono.empty() : outbox.remove(ids(made)).then();
    }

    private Mono<Void> removeOrRollBack(List<Delivery> made) {
        return outbox.remove(ids(made))
                .filter(removed -> removed == made.size())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Delivered by another replica meanwhile")))
                .then();
    }

    private static List<Long> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::id).toList();
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
