package io.xunshi.platform.events.usecase;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.events.EventSettings;
import io.xunshi.platform.events.storage.HandlerFilter;
import io.xunshi.platform.events.storage.OutboxRepository;
import io.xunshi.platform.events.storage.PostgresConnections;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Carries events from the outbox to their reactions; every replica takes part, each delivery is made by one of them.
 * Looks as soon as a transaction of this process commits, and now and then for what others left behind: retries that
 * have become due, and deliveries of a replica that died.
 */
@Component
public class DeliverEvents {
    private final OutboxRepository outbox;
    private final EventSettings settings;
    private final Reactions reactions;
    private final EventCodec codec;
    private final TransactionalOperator transaction;
    private final MeterRegistry meters;
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private final Supplier<List<DeliveryLane>> lanes = SingletonSupplier.of(this::makeLanes);

    DeliverEvents(
            OutboxRepository outbox,
            EventSettings settings,
            Reactions reactions,
            EventCodec codec,
            TransactionalOperator transaction,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.settings = settings;
        this.reactions = reactions;
        this.codec = codec;
        this.transaction = transaction;
        this.meters = meters;
    }

    /** Delivers all that is due, batch after batch. An empty look is one index probe for each lane. */
    @Scheduled(fixedDelayString = "${xunshi.events.poll-interval:500ms}")
    public Mono<Void> deliverDue() {
        return deliver(lane -> true);
    }

    /** Whoever committed does not wait for what follows: Spring subscribes to the result and goes on. */
    @TransactionalEventListener
    Mono<Void> deliverSoon(DomainEvent event) {
        return deliver(lane -> lane.concerns(event));
    }

    /** Keeps the outbox small. */
    @Scheduled(fixedDelayString = "${xunshi.events.purge-interval:1h}")
    public Mono<Void> purge() {
        return outbox.purge(settings.retention()).then();
    }

    /** What is under way is given up before the connections close; its leases end, and somebody makes it again. */
    @PreDestroy
    void stop() {
        stopping.tryEmitEmpty();
    }

    private Mono<Void> deliver(Predicate<DeliveryLane> chosen) {
        return Flux.merge(lanes.get().stream()
                        .filter(chosen)
                        .map(DeliveryLane::deliverDue)
                        .toList())
                .takeUntilOther(stopping.asMono())
                .then()
                .contextWrite(PostgresConnections::delivering);
    }

    /** One for each module that talks to a system outside, and one for all that stays in PostgreSQL. */
    private List<DeliveryLane> makeLanes() {
        var outside = reactions.outsideByModule();
        var inside = new HandlerFilter(outside.stream().flatMap(Set::stream).collect(toUnmodifiableSet()), false);
        return Stream.concat(Stream.of(inside), outside.stream().map(names -> new HandlerFilter(names, true)))
                .map(this::makeLane)
                .toList();
    }

    private DeliveryLane makeLane(HandlerFilter handlers) {
        return new DeliveryLane(handlers, reactions, outbox, codec, transaction, settings, meters);
    }
}
