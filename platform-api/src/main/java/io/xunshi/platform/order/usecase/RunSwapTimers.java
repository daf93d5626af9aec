package io.xunshi.platform.order.usecase;

import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.SwapState;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapTimer;
import io.xunshi.platform.order.storage.SwapRepository;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends waiting of swaps whose time is up. Any replica may run it: a transition is conditional on the state, so of two
 * that try, one moves the swap and the other nothing.
 */
@Component
public class RunSwapTimers {
    private static final Logger log = LoggerFactory.getLogger(RunSwapTimers.class);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 4;

    private final SwapRepository swaps;
    private final MoveSwap moveSwap;
    private final Payments payments;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RunSwapTimers(
            SwapRepository swaps,
            MoveSwap moveSwap,
            Payments payments,
            TransactionalOperator transaction,
            Clock clock) {
        this.swaps = swaps;
        this.moveSwap = moveSwap;
        this.payments = payments;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.swap.timer-interval:2s}")
    public Mono<Void> runDue() {
        // Spring calls this once and subscribes again and again: what depends on the time must be deferred.
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return swaps.findDue(now, BATCH).flatMap(id -> run(id, now), AT_ONCE).then();
    }

    private Mono<Void> run(SwapId id, Instant now) {
        return swaps.lock(id)
                .filter(swap -> isDue(swap, now))
                .flatMap(swap -> SwapTimer.of(swap.state())
                        .map(timer -> run(swap, timer, now))
                        .orElseGet(Mono::empty))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of swap {} will be run again: {}", id, error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> run(Swap swap, SwapTimer timer, Instant now) {
        return switch (timer) {
            case CONSENT -> moveSwap.move(swap, SwapState.LAPSED, timer.cause()).then();
            case PAY -> moveSwap.move(swap, SwapState.EXPIRED, timer.cause()).then();
            case COLLECT ->
                moveSwap.move(swap, SwapState.CANCELLING, timer.cause()).then();
            case MEET -> moveSwap.callOff(swap, timer.cause(), null, null).then();
            case BRING_BACK ->
                moveSwap.move(swap, SwapState.BROKEN, timer.cause()).then();
            case GIVE_BACK -> askAgain(swap, timer, now);
        };
    }

    private Mono<Void> askAgain(Swap swap, SwapTimer timer, Instant now) {
        log.error("The balances of swap {} are still not back with who paid them", swap.code());
        return swaps.prolong(swap.id(), timer.endFor(now, false))
                .thenMany(Flux.fromIterable(swap.ring().payers()))
                .concatMap(payer -> payments.findByOrder(payer.id()))
                .map(PaymentView::id)
                .concatMap(payments::wantGivenBack)
                .then();
    }

    private static boolean isDue(Swap swap, Instant now) {
        var deadline = swap.deadline();
        return deadline != null && !deadline.isAfter(now);
    }
}
