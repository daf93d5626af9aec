package io.xunshi.platform.order.usecase;

import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.OrderTimer;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends waiting whose time is up. Any replica may run it: a transition is conditional on the state, so of two that try,
 * one moves the order and the other nothing. What was due while nothing ran is done when something runs again.
 */
@Component
public class RunTimers {
    private static final Logger log = LoggerFactory.getLogger(RunTimers.class);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 4;

    private final OrderRepository orders;
    private final MoveOrder moveOrder;
    private final Payments payments;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunTimers(
            OrderRepository orders,
            MoveOrder moveOrder,
            Payments payments,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.moveOrder = moveOrder;
        this.payments = payments;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.order.timer-interval:2s}")
    public Mono<Void> runDue() {
        // Spring calls this once and subscribes again and again: what depends on the time must be deferred.
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return orders.findDue(now, BATCH).flatMap(id -> run(id, now), AT_ONCE).then();
    }

    private Mono<Void> run(OrderId id, Instant now) {
        return orders.find(id)
                .filter(order -> isDue(order, now))
                .flatMap(order -> dueWith(order, now))
                .filter(due -> !due.isEmpty())
                .flatMap(due -> OrderTimer.of(due.getFirst().state())
                        .map(timer -> run(due, timer, now))
                        .orElseGet(Mono::empty))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of order {} will be run again: {}", id, error.toString());
                    return Mono.empty();
                });
    }

    /** What was bought together and waits for the same goes on together. */
    private Mono<List<Order>> dueWith(Order order, Instant now) {
        var part = order.part();
        return part == null
                ? Mono.just(List.of(order))
                : orders.lockTogether(part.bundle().value())
                        .map(together -> together.stream()
                                .filter(other -> other.state() == order.state() && isDue(other, now))
                                .toList());
    }

    private Mono<Void> run(List<Order> due, OrderTimer timer, Instant now) {
        return timer.leadsTo() == timer.during()
                ? Flux.fromIterable(due)
                        .concatMap(order -> orders.prolong(order.id(), now.plus(timer.after()))
                                .then(wantBackAgain(order)))
                        .then()
                : moveOrder
                        .moveTogether(due, timer.leadsTo(), timer.cause(), null)
                        .then();
    }

    private Mono<Void> wantBackAgain(Order order) {
        log.error("Order {} is still {}", order.code(), order.state());
        var delivery = order.delivery();
        var isAllInEscrow = delivery == null || !delivery.isCarrierPaid();
        return order.state() == OrderState.CANCELLING && isAllInEscrow
                ? payments.wantGivenBack(order.id().value())
                : Mono.empty();
    }

    private static boolean isDue(Order order, Instant now) {
        var deadline = order.deadline();
        return deadline != null && !deadline.isAfter(now);
    }
}
