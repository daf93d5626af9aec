package io.xunshi.platform.events.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.events.EventSettings;
import io.xunshi.platform.events.domain.RetrySchedule;
import io.xunshi.platform.events.storage.Delivery;
import io.xunshi.platform.events.storage.OutboxRepository;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries events from the outbox to their reactions; every replica takes part, each delivery is made by one of them.
 */
@Component
public class DeliverEvents {
    private static final Logger log = LoggerFactory.getLogger(DeliverEvents.class);
    private static final int ERROR_LENGTH_MAX = 500;

    private final OutboxRepository outbox;
    private final Reactions reactions;
    private final EventCodec codec;
    private final TransactionalOperator transaction;
    private final EventSettings settings;
    private final MeterRegistry meters;

    DeliverEvents(
            OutboxRepository outbox,
            Reactions reactions,
            EventCodec codec,
            TransactionalOperator transaction,
            EventSettings settings,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.reactions = reactions;
        this.codec = codec;
        this.transaction = transaction;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Delivers all that is due, batch after batch. Polling keeps the delay below the interval without a connection held
     * for notifications; an empty look is one index probe.
     */
    @Scheduled(fixedDelayString = "${xunshi.events.poll-interval:50ms}")
    public Mono<Void> deliverDue() {
        return deliverBatch()
                .repeat()
                .takeWhile(delivered -> delivered == settings.batch())
                .then();
    }

    /** Keeps the outbox small. */
    @Scheduled(fixedDelayString = "${xunshi.events.purge-interval:1h}")
    public Mono<Void> purge() {
        return outbox.purge(settings.retention()).then();
    }

    private Mono<Integer> deliverBatch() {
        return outbox.claim(settings.batch(), settings.lease(), RetrySchedule.MAX_ATTEMPTS)
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
