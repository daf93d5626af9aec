package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.storage.PriceCallRepository;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Reminds whoever may call a price before the time for it is over. Any replica may run it: a performance is locked, so
 * of two that try, one reminds.
 */
@Component
public class RemindOfCalls {
    private static final Logger log = LoggerFactory.getLogger(RemindOfCalls.class);
    private static final int BATCH = 200;

    private final PriceCallRepository calls;
    private final ReadPerformance readPerformance;
    private final CallPrice callPrice;
    private final TellOfDelivery tellOfDelivery;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RemindOfCalls(
            PriceCallRepository calls,
            ReadPerformance readPerformance,
            CallPrice callPrice,
            TellOfDelivery tellOfDelivery,
            TransactionalOperator transaction,
            Clock clock) {
        this.calls = calls;
        this.readPerformance = readPerformance;
        this.callPrice = callPrice;
        this.tellOfDelivery = tellOfDelivery;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.fulfilment.timer-interval:30s}")
    public Mono<Void> runDue() {
        return Mono.defer(() -> calls.findToRemind(clock.instant(), BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::run)
                .then());
    }

    private Mono<Void> run(DealId deal) {
        return readPerformance
                .lock(deal)
                .filterWhen(performed -> calls.endReminder(deal))
                .filter(performed -> performed.state().isWaiting())
                .filterWhen(performed -> callPrice
                        .callingOf(performed)
                        .map(calling -> calling.nextDay(clock.instant()).isPresent()))
                .flatMap(tellOfDelivery::toCall)
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The reminder of delivery {} will be sent again: {}", deal, error.toString());
                    return Mono.empty();
                });
    }
}
