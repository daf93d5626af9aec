package io.xunshi.platform.order.usecase;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalTimer;
import io.xunshi.platform.order.storage.ExtensionRepository;
import io.xunshi.platform.order.storage.RentalRepository;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Ends waiting of rentals whose time is up. Any replica may run it: a transition is conditional on the state, so of two
 * that try, one moves the rental and the other nothing.
 */
@Component
public class RunRentalTimers {
    private static final Logger log = LoggerFactory.getLogger(RunRentalTimers.class);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 4;

    private final RentalRepository rentals;
    private final ExtensionRepository extensions;
    private final ExtendRental extendRental;
    private final MoveRental moveRental;
    private final SettleRental settleRental;
    private final Payments payments;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunRentalTimers(
            RentalRepository rentals,
            ExtensionRepository extensions,
            ExtendRental extendRental,
            MoveRental moveRental,
            SettleRental settleRental,
            Payments payments,
            TransactionalOperator transaction,
            Clock clock) {
        this.rentals = rentals;
        this.extensions = extensions;
        this.extendRental = extendRental;
        this.moveRental = moveRental;
        this.settleRental = settleRental;
        this.payments = payments;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.rental.timer-interval:2s}")
    public Mono<Void> runDue() {
        // Spring calls this once and subscribes again and again: what depends on the time must be deferred.
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return rentals.findDue(now, BATCH)
                .flatMap(id -> run(id, now), AT_ONCE)
                .thenMany(extensions.findDue(now, BATCH))
                .flatMap(this::runExtension, AT_ONCE)
                .then();
    }

    private Mono<Void> runExtension(UUID id) {
        return extendRental.runTimer(id).onErrorResume(error -> {
            log.warn("The timer of extension {} will be run again: {}", id, error.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> run(RentalId id, Instant now) {
        return rentals.lock(id)
                .filter(rental -> isDue(rental, now))
                .flatMap(rental -> RentalTimer.of(rental.state())
                        .map(timer -> run(rental, timer, now))
                        .orElseGet(Mono::empty))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of rental {} will be run again: {}", id, error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> run(Rental rental, RentalTimer timer, Instant now) {
        return switch (timer) {
            case SETTLE, GIVE_BACK -> askAgain(rental, timer, now);
            case GIVE_UP ->
                moveRental
                        .settle(rental, rental.deposit(), Money.fen(0), timer.cause())
                        .then();
            case INSPECT, DECIDE ->
                moveRental
                        .settle(rental, rental.lateFee(), Money.fen(0), timer.cause())
                        .then();
            case ANSWER -> settleRental.settleAsClaimed(rental, timer.cause()).then();
            case PAY, COLLECT, FETCH, BRING_BACK ->
                moveRental.move(rental, timer.leadsTo(), timer.cause()).then();
        };
    }

    private Mono<Void> askAgain(Rental rental, RentalTimer timer, Instant now) {
        log.error("The money of rental {} is still not back with the tenant", rental.code());
        var id = rental.id().value();
        return rentals.prolong(rental.id(), timer.endFor(rental, now))
                .then(
                        rental.state() == RentalState.CANCELLING
                                ? payments.findByOrder(id).map(PaymentView::id).flatMap(payments::wantGivenBack)
                                : payments.refund(id, rental.depositBack(), id));
    }

    private static boolean isDue(Rental rental, Instant now) {
        var deadline = rental.deadline();
        return deadline != null && !deadline.isAfter(now);
    }
}
