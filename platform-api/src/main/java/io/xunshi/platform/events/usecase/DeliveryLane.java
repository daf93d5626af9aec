package io.xunshi.platform.events.usecase;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.events.EventSettings;
import io.xunshi.platform.events.RetryLater;
import io.xunshi.platform.events.domain.RetrySchedule;
import io.xunshi.platform.events.storage.Delivery;
import io.xunshi.platform.events.storage.HandlerFilter;
import io.xunshi.platform.events.storage.OutboxRepository;
import java.time.Duration;
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
                .collectSortedList(comparing(Delivery::id))
                .flatMap(claimed -> deliver(claimed).thenReturn(claimed.size()));
    }

    private Mono<Void> deliver(List<Delivery> claimed) {
        var inside = claimed.stream().filter(this::isTransactional).toList();
        var outside = claimed.stream().filter(not(this::isTransactional)).toList();
        return deliverInside(inside).then(deliverOutside(outside));
    }

    private boolean isTransactional(Delivery delivery) {
        return reactions.named(delivery.handler()).map(Reaction::transactional).orElse(false);
    }

    /**
     * What is about one thing is in one transaction and in the order in which it happened: it would wait for the same
     * rows elsewhere, and readers like to hear of a payment before the handover.
     */
    private Mono<Void> deliverInside(List<Delivery> claimed) {
        var shares = claimed.stream()
                .collect(groupingBy(
                        delivery -> Math.floorMod(delivery.aggregateId().hashCode(), settings.transactions())));
        return Flux.fromIterable(shares.values())
                .flatMap(this::deliverTogether, settings.transactions())
                .then();
    }

    private static Collection<List<Delivery>> byEvent(List<Delivery> deliveries) {
        return deliveries.stream()
                .collect(groupingBy(Delivery::eventId, LinkedHashMap::new, toList()))
                .values();
    }

    /**
     * Reactions share a transaction, since most of what a small one costs is its commit. Where one of them fails, each
     * event is tried in a transaction of its own, and then each reaction to it, so that none holds up another.
     */
    private Mono<Void> deliverTogether(List<Delivery> together) {
        return reactInOneTransaction(together)
                .onErrorResume(error -> together.size() == 1
                        ? postpone(together.getFirst(), error)
                        : Flux.fromIterable(apart(together))
                                .concatMap(this::deliverTogether)
                                .then());
    }

    private static Collection<List<Delivery>> apart(List<Delivery> together) {
        var events = byEvent(together);
        return events.size() > 1 ? events : together.stream().map(List::of).toList();
    }

    private Mono<Void> deliverOutside(List<Delivery> claimed) {
        return Flux.fromIterable(claimed)
                .flatMap(this::deliverAlone, settings.concurrency())
                .collectList()
                .flatMap(this::removeMade);
    }

    private Mono<Void> reactInOneTransaction(List<Delivery> together) {
        return giveWay(together)
                .thenMany(Flux.fromIterable(together))
                .concatMap(this::react)
                .then(removeOrRollBack(together))
                .as(transaction::transactional)
                .doOnSuccess(nothing -> together.forEach(delivery -> count(delivery, "delivered")));
    }

    /** Reactions to several events take locks in any order; people's own requests must not have to pay for that. */
    private Mono<Void> giveWay(List<Delivery> together) {
        return byEvent(together).size() > 1 ? outbox.waitShortlyForLocks() : Mono.empty();
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
                delayAfter(delivery, error),
                text.substring(0, Math.min(text.length(), ERROR_LENGTH_MAX)));
    }

    private static Duration delayAfter(Delivery delivery, Throwable error) {
        var usual = RetrySchedule.delayAfter(delivery.attempts());
        return error instanceof RetryLater later && later.delay().compareTo(usual) > 0 ? later.delay() : usual;
    }

    private void count(Delivery delivery, String outcome) {
        meters.counter("xunshi.events.deliveries", "handler", delivery.handler(), "outcome", outcome)
                .increment();
    }
}
