package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.storage.DealRepository;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends proposals that nobody answered and deals that were not signed. Any replica may run it: of two that try, one ends
 * the deal and the other nothing.
 */
@Component
public class RunDealTimers {
    private static final Logger log = LoggerFactory.getLogger(RunDealTimers.class);
    private static final int BATCH = 200;

    private final DealRepository deals;
    private final CloseDeal closeDeal;
    private final Negotiate negotiate;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunDealTimers(
            DealRepository deals,
            CloseDeal closeDeal,
            Negotiate negotiate,
            TransactionalOperator transaction,
            Clock clock) {
        this.deals = deals;
        this.closeDeal = closeDeal;
        this.negotiate = negotiate;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.deal.timer-interval:30s}")
    public Mono<Void> runDue() {
        return Flux.defer(() -> deals.findOver(clock.instant(), BATCH))
                .collectList()
                .flatMapIterable(over -> over)
                .concatMap(this::lapse)
                .then(Mono.defer(negotiate::expire));
    }

    private Mono<Void> lapse(DealId id) {
        return Mono.defer(() -> closeDeal.lapse(id))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The end of deal {} will be tried again: {}", id, error.toString());
                    return Mono.empty();
                });
    }
}
