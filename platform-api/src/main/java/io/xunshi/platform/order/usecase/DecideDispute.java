package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.RemedyKind;
import io.xunshi.platform.order.domain.DisputeCase;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.domain.Remedy;
import io.xunshi.platform.order.storage.DisputeStepRepository;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Lets an officer decide a dispute (平台裁决), with reasons that both sides read. The money waits until nobody can appeal
 * any more; the second decision is by somebody else, and final.
 */
@Component
public class DecideDispute {
    private final DisputeStepRepository entries;
    private final MoveDispute moveDispute;
    private final SettleDispute settleDispute;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DecideDispute(
            DisputeStepRepository entries,
            MoveDispute moveDispute,
            SettleDispute settleDispute,
            TransactionalOperator transaction,
            Clock clock) {
        this.entries = entries;
        this.moveDispute = moveDispute;
        this.settleDispute = settleDispute;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Raises {@link OrderProblem#DISPUTE_NOT_FOUND}, {@link OrderProblem#DISPUTE_MOVED_ON},
     * {@link OrderProblem#OFFICER_CONCERNED}, {@link OrderProblem#REMEDY_NOT_POSSIBLE} or
     * {@link OrderProblem#REFUND_AMOUNT_WRONG}.
     *
     * @param part of the price, for a partial refund; null for the other remedies
     */
    public Mono<Void> decide(AccountId officer, DisputeId id, RemedyKind kind, @Nullable Money part, String reasons) {
        return moveDispute
                .lock(id)
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_NOT_FOUND::raise))
                .filter(locked -> locked.dispute().state().isForOfficers())
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_MOVED_ON::raise))
                .delayUntil(locked -> refuseConcerned(officer, locked))
                .flatMap(locked -> decide(officer, locked, remedy(kind, part, locked), reasons))
                .as(transaction::transactional);
    }

    private Mono<Void> decide(AccountId officer, DisputeCase locked, Remedy remedy, String reasons) {
        var isFinal = locked.dispute().isAppealed();
        var decision = DisputeEntry.decided(
                officer, isFinal ? DisputeStep.DECIDED_FINALLY : DisputeStep.DECIDED, remedy, reasons, clock.instant());
        return isFinal
                ? settleDispute.carryOut(locked, remedy, true, decision)
                : moveDispute.move(
                        new DisputeCase(locked.dispute().withDue(remedy, true), locked.order()),
                        DisputeState.DECIDED,
                        decision);
    }

    private Mono<Void> refuseConcerned(AccountId officer, DisputeCase locked) {
        return locked.order().concerns(officer)
                ? Mono.error(OrderProblem.OFFICER_CONCERNED.raise())
                : entries.findOf(locked.dispute().id())
                        .any(entry -> officer.equals(entry.officer()))
                        .flatMap(hasDecided ->
                                hasDecided ? Mono.error(OrderProblem.OFFICER_CONCERNED.raise()) : Mono.empty());
    }

    /** Goods whose return is in dispute cannot be sent back and forth again. */
    private static Remedy remedy(RemedyKind kind, @Nullable Money part, DisputeCase locked) {
        var remedy = Remedy.of(kind, part, locked.order().price());
        if (!remedy.canBeDecidedFor(locked.dispute().reason())
                || remedy.asksForReturn() && locked.dispute().isReturnDenied()) {
            throw OrderProblem.REMEDY_NOT_POSSIBLE.raise();
        }
        return remedy;
    }
}
