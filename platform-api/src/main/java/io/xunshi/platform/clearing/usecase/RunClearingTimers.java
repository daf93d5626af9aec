package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.storage.BillRepository;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tells of bills that were not paid in time, once each. Any replica may run it. */
@Component
public class RunClearingTimers {
    /** One transaction tells once, see {@link TellOfMoney}. */
    private static final int ONE = 1;

    private final BillRepository bills;
    private final TellOfMoney tellOfMoney;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunClearingTimers(BillRepository bills, TellOfMoney tellOfMoney, TransactionalOperator transaction, Clock clock) {
        this.bills = bills;
        this.tellOfMoney = tellOfMoney;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.clearing.timer-interval:60s}")
    public Mono<Void> runDue() {
        return Mono.defer(() -> bills.takeLate(clock.instant(), ONE).next().delayUntil(tellOfMoney::late))
                .as(transaction::transactional)
                .hasElement()
                .flatMap(told -> told ? runDue() : Mono.empty());
    }
}
