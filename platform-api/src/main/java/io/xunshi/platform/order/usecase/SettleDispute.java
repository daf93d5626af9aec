package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.OrderEvents.DisputeEnded;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.DisputeCase;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.RefundSplit;
import io.xunshi.platform.order.domain.Remedy;
import io.xunshi.platform.order.storage.DisputeRepository;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.Payments;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Gives everybody what is theirs, once: the frozen price goes to the buyer, the seller and the platform, and the
 * purchase ends. The dispute's id is the reason under which the money moves.
 */
@Component
class SettleDispute {
    private final DisputeRepository disputes;
    private final MoveDispute moveDispute;
    private final MoveOrder moveOrder;
    private final Payments payments;
    private final EventPublisher events;
    private final IdGenerator ids;

    SettleDispute(
            DisputeRepository disputes,
            MoveDispute moveDispute,
            MoveOrder moveOrder,
            Payments payments,
            EventPublisher events,
            IdGenerator ids) {
        this.disputes = disputes;
        this.moveDispute = moveDispute;
        this.moveOrder = moveOrder;
        this.payments = payments;
        this.events = events;
        this.ids = ids;
    }

    /** Carries out what is agreed or decided; where goods have to come back, they come first. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> carryOut(DisputeCase locked, Remedy remedy, boolean isJudged, DisputeEntry entry) {
        var with = new DisputeCase(locked.dispute().withDue(remedy, isJudged), locked.order());
        return remedy.asksForReturn()
                ? moveDispute.move(with, DisputeState.RETURNING, entry)
                : settle(with, remedy.refund(), entry);
    }

    /** Shares the price out. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> settle(DisputeCase locked, Money refund, DisputeEntry entry) {
        var dispute = locked.dispute();
        var split = locked.split(refund);
        var to = refund.isPositive() ? DisputeState.REFUNDING : DisputeState.CLOSED;
        return shareOut(locked, split)
                .then(Mono.defer(() -> endPurchase(locked, split)))
                .then(Mono.defer(() -> disputes.putOutcome(dispute.id(), split, winnerOf(locked, refund))))
                .then(Mono.defer(() -> events.publish(new DisputeEnded(
                        ids.next(),
                        entry.at(),
                        locked.order().facts(),
                        dispute.id().value(),
                        dispute.isJudged(),
                        refund))))
                .then(Mono.defer(() -> moveDispute.move(locked, to, entry)));
    }

    private Mono<Void> shareOut(DisputeCase locked, RefundSplit split) {
        var order = locked.order();
        var reason = locked.dispute().id().value();
        var toBuyer = split.toBuyer().isPositive()
                ? payments.refund(order.id().value(), split.toBuyer(), reason)
                : Mono.<Void>empty();
        return fillEscrow(order, split, reason)
                .then(toBuyer)
                .then(Mono.defer(() -> split.kept().isPositive()
                        ? payments.shareEscrow(
                                order.id().value(), Payee.of(order.seller()), split.kept(), split.fee(), reason)
                        : Mono.empty()));
    }

    /** Shipping that was spent for nothing comes back from who has to bear it, before anything is given away. */
    private Mono<Void> fillEscrow(Order order, RefundSplit split, UUID reason) {
        var id = order.id().value();
        return payIf(split.returned(), () -> payments.returnFromCarrier(id, split.returned()))
                .then(payIf(
                        split.compensation(),
                        () -> payments.compensateFromCarrier(id, order.seller(), split.compensation())))
                .then(payIf(split.borne(), () -> payments.bearShipping(id, order.seller(), split.borne(), reason)));
    }

    private static Mono<Void> payIf(Money amount, Supplier<Mono<Void>> payment) {
        return Mono.defer(() -> amount.isPositive() ? payment.get() : Mono.empty());
    }

    /** A purchase that was complete before stays so. */
    private Mono<Void> endPurchase(DisputeCase locked, RefundSplit split) {
        var isWhole = split.refund().equals(locked.order().price());
        return locked.holdsPurchase()
                ? moveOrder
                        .endDispute(
                                locked.order(),
                                isWhole ? OrderState.CANCELLING : OrderState.COMPLETED,
                                isWhole && isItemWithSeller(locked))
                        .then()
                : Mono.empty();
    }

    /** What the seller has is offered again, unless it is said to be false; what was sent is not there any more. */
    private static boolean isItemWithSeller(DisputeCase locked) {
        var dispute = locked.dispute();
        var due = dispute.due();
        var isBack = due != null && due.asksForReturn() && !dispute.isReturnDenied();
        var isKept =
                dispute.reason() == DisputeReason.NOT_RECEIVED && locked.order().delivery() == null;
        return isKept || isBack && dispute.reason() != DisputeReason.COUNTERFEIT;
    }

    /** Who was given all of it by somebody else than the other side. */
    private static @Nullable Side winnerOf(DisputeCase locked, Money refund) {
        var due = locked.dispute().due();
        if (!locked.dispute().isJudged() || due == null || !due.refund().equals(refund)) {
            return null;
        }
        return refund.equals(locked.order().price()) ? Side.BUYER : refund.isPositive() ? null : Side.SELLER;
    }
}
