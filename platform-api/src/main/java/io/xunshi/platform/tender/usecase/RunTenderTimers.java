package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Closes tenders, and ends those that nobody decides about. Any replica may run it: the tender is locked and looked at
 * again, so of two that try, one moves it and the other finds that nothing is due.
 */
@Component
public class RunTenderTimers {
    private static final Logger log = LoggerFactory.getLogger(RunTenderTimers.class);
    private static final int BATCH = 200;

    private final TenderRepository tenders;
    private final EndTender endTender;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunTenderTimers(TenderRepository tenders, EndTender endTender, TransactionalOperator transaction, Clock clock) {
        this.tenders = tenders;
        this.endTender = endTender;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.tender.timer-interval:5s}")
    public Mono<Void> runDue() {
        return Flux.defer(() -> tenders.findDue(clock.instant(), BATCH))
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::run)
                .then();
    }

    private Mono<Void> run(TenderId id) {
        return Mono.defer(() -> endTender.runDue(id))
                .then()
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of tender {} will be run again: {}", id, error.toString());
                    return Mono.empty();
                });
    }
}
