package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.domain.FulfilmentTimer;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Ends waiting whose time is up. Any replica may run it: a performance is locked and looked at again, so of two that
 * try, one moves it and the other finds that nothing is due.
 */
@Component
public class RunFulfilmentTimers {
    private static final Logger log = LoggerFactory.getLogger(RunFulfilmentTimers.class);
    private static final int BATCH = 200;

    private final FulfilmentRepository fulfilments;
    private final ReadPerformance readPerformance;
    private final MoveFulfilment moveFulfilment;
    private final PursueClaim pursueClaim;
    private final TellOfDelivery tellOfDelivery;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunFulfilmentTimers(
            FulfilmentRepository fulfilments,
            ReadPerformance readPerformance,
            MoveFulfilment moveFulfilment,
            PursueClaim pursueClaim,
            TellOfDelivery tellOfDelivery,
            TransactionalOperator transaction,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.readPerformance = readPerformance;
        this.moveFulfilment = moveFulfilment;
        this.pursueClaim = pursueClaim;
        this.tellOfDelivery = tellOfDelivery;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.fulfilment.timer-interval:30s}")
    public Mono<Void> runDue() {
        return Mono.defer(() -> fulfilments
                .findDue(clock.instant(), BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::run)
                .then());
    }

    private Mono<Void> run(DealId id) {
        return readPerformance
                .lock(id)
                .filter(this::isDue)
                .flatMap(this::run)
                .then()
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of delivery {} will be run again: {}", id, error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Performed> run(Performed performed) {
        return FulfilmentTimer.of(performed.state())
                .map(timer -> run(performed, timer).delayUntil(moved -> tellIfMoved(performed, moved)))
                .orElseGet(Mono::empty);
    }

    private Mono<Performed> run(Performed performed, FulfilmentTimer timer) {
        return switch (timer) {
            case DISPATCH -> moveFulfilment.fail(performed, timer.cause());
            case WEIGH ->
                performed.performance().isAnythingWeighed()
                        ? moveFulfilment.weighed(performed, timer.cause())
                        : moveFulfilment.fail(performed, FulfilmentCause.NOTHING_CAME);
            case SAMPLE, READ, UMPIRE -> moveFulfilment.move(performed, timer.leadsTo(), timer.cause());
            case INSPECT -> moveFulfilment.accept(performed, timer.cause());
            case CLAIM -> pursueClaim.overdue(performed);
            case RECKON -> moveFulfilment.settle(performed);
        };
    }

    private Mono<Void> tellIfMoved(Performed before, Performed after) {
        return before.state() == after.state() ? Mono.empty() : tellOfDelivery.moved(after);
    }

    private boolean isDue(Performed performed) {
        var deadline = performed.head().deadline();
        return deadline != null && !deadline.isAfter(clock.instant());
    }
}
