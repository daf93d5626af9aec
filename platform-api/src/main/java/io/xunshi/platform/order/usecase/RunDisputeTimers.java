package io.xunshi.platform.order.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.domain.DisputeCase;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.domain.DisputeTimer;
import io.xunshi.platform.order.domain.Remedy;
import io.xunshi.platform.order.storage.DisputeRepository;
import io.xunshi.platform.order.storage.DisputeStepRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Decides what silence decides. Any replica may run it: the dispute is locked and looked at again, so of two that try,
 * one moves it and the other nothing.
 */
@Component
public class RunDisputeTimers {
    private static final Logger log = LoggerFactory.getLogger(RunDisputeTimers.class);
    private static final Duration REMINDER_PAUSE = Duration.ofDays(1);
    private static final int BATCH = 200;
    private static final int AT_ONCE = 4;

    private final DisputeRepository disputes;
    private final DisputeStepRepository entries;
    private final MoveDispute moveDispute;
    private final SettleDispute settleDispute;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    RunDisputeTimers(
            DisputeRepository disputes,
            DisputeStepRepository entries,
            MoveDispute moveDispute,
            SettleDispute settleDispute,
            TransactionalOperator transaction,
            Clock clock,
            MeterRegistry meters) {
        this.disputes = disputes;
        this.entries = entries;
        this.moveDispute = moveDispute;
        this.settleDispute = settleDispute;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${xunshi.order.timer-interval:2s}")
    public Mono<Void> runDue() {
        return Mono.defer(() -> runDue(clock.instant()));
    }

    private Mono<Void> runDue(Instant now) {
        return disputes.findDue(now, BATCH).flatMap(id -> run(id, now), AT_ONCE).then();
    }

    private Mono<Void> run(DisputeId id, Instant now) {
        return moveDispute
                .lock(id)
                .filter(locked -> isDue(locked, now))
                .flatMap(locked -> DisputeTimer.of(locked.dispute().state())
                        .map(timer -> run(locked, timer, now))
                        .orElseGet(Mono::empty))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("The timer of dispute {} will be run again: {}", id, error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> run(DisputeCase locked, DisputeTimer timer, Instant now) {
        return timer.step()
                .map(step -> DisputeEntry.byClock(step, now))
                .map(entry -> end(locked, timer.ending(), entry))
                .orElseGet(() -> remind(locked, now));
    }

    private Mono<Void> end(DisputeCase locked, DisputeTimer.Ending ending, DisputeEntry entry) {
        return switch (ending) {
            case GRANT_WHAT_IS_ASKED ->
                asked(locked).flatMap(asked -> settleDispute.carryOut(locked, asked, true, entry));
            case CALL_OFFICER -> moveDispute.move(locked, DisputeState.UNDER_REVIEW, entry);
            case CARRY_OUT_DECISION ->
                settleDispute.carryOut(locked, due(locked), locked.dispute().isJudged(), entry);
            case PAY_SELLER -> settleDispute.settle(locked, Money.fen(0), entry);
            case REFUND -> settleDispute.settle(locked, due(locked).refund(), entry);
            case REMIND -> remind(locked, entry.at());
        };
    }

    private Mono<Void> remind(DisputeCase locked, Instant now) {
        var dispute = locked.dispute();
        log.error(
                "Dispute {} about order {} is overdue in {}",
                dispute.id(),
                locked.order().code(),
                dispute.state());
        meters.counter("xunshi.dispute.overdue", "state", dispute.state().name())
                .increment();
        return disputes.prolong(dispute.id(), now.plus(REMINDER_PAUSE));
    }

    private Mono<Remedy> asked(DisputeCase locked) {
        return entries.findOf(locked.dispute().id()).next().mapNotNull(DisputeEntry::remedy);
    }

    private static Remedy due(DisputeCase locked) {
        return Objects.requireNonNull(locked.dispute().due(), "nothing is agreed or decided");
    }

    private static boolean isDue(DisputeCase locked, Instant now) {
        var deadline = locked.dispute().deadline();
        return deadline != null && !deadline.isAfter(now);
    }
}
