package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.AuctionTimer;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.storage.AuctionRepository;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Opens and closes auctions, and ends waiting whose time is up. Any replica may run it: the auction is locked and
 * looked at again, so of two that try, one moves it and the other finds that nothing is due.
 */
@Component
public class RunAuctionTimers {
    private static final Logger log = LoggerFactory.getLogger(RunAuctionTimers.class);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 4;

    private final AuctionRepository sales;
    private final MoveSale moveSale;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunAuctionTimers(AuctionRepository sales, MoveSale moveSale, TransactionalOperator transaction, Clock clock) {
        this.sales = sales;
        this.moveSale = moveSale;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each second: who waits for an opening looks at a clock. */
    @Scheduled(fixedDelayString = "${xunshi.auction.timer-interval:1s}")
    public Mono<Void> runDue() {
        return Mono.defer(() -> sales.findDue(clock.instant(), BATCH)
                // All of them first: a connection that is still read from is one less for the auctions.
                .collectList()
                .flatMapIterable(due -> due)
                .flatMap(this::run, AT_ONCE)
                .then());
    }

    private Mono<Void> run(AuctionId id) {
        return sales.lock(id)
                .flatMap(sale -> isDue(sale, clock.instant()) ? run(sale) : Mono.empty())
                .then()
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of auction {} will be run again: {}", id, error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Sale> run(Sale sale) {
        return AuctionTimer.of(sale.state(), sale.way().format())
                .map(timer -> run(sale, timer))
                .orElseGet(Mono::empty);
    }

    private Mono<Sale> run(Sale sale, AuctionTimer timer) {
        return switch (timer) {
            case OPEN -> moveSale.open(sale);
            case INSPECT, REVEAL, REVEAL_FINAL -> moveSale.move(sale, timer.leadsTo(), timer.cause());
            case PUBLISH -> moveSale.end(sale, AuctionState.CANCELLED, timer.cause());
            case CLOSE, CLOSE_EXTENDED, CLOSE_FINAL -> moveSale.close(sale);
            case CLOSE_REVEALED -> moveSale.endRevealing(sale);
            case TAKE_LESS -> moveSale.fail(sale, timer.cause());
        };
    }

    private static boolean isDue(Sale sale, Instant now) {
        var deadline = sale.deadline();
        return deadline != null && !deadline.isAfter(now);
    }
}
