package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.media.PhotoHash;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.RemedyKind;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Dispute;
import io.xunshi.platform.order.domain.DisputeCase;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.Remedy;
import io.xunshi.platform.order.storage.DisputeRepository;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.order.storage.ReviewRepository;
import io.xunshi.platform.payment.PaymentProblem;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Lets a buyer dispute a purchase (申请售后). In one transaction the purchase stops, its timer pauses, and its money is
 * frozen: it stays in escrow or, if the purchase was completed within the last 48 hours, comes back from the seller's
 * balance.
 */
@Component
public class OpenDispute {
    private final OrderRepository orders;
    private final ReviewRepository completions;
    private final DisputeRepository disputes;
    private final MoveOrder moveOrder;
    private final MoveDispute moveDispute;
    private final TakeEvidence takeEvidence;
    private final Payments payments;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    OpenDispute(
            OrderRepository orders,
            ReviewRepository completions,
            DisputeRepository disputes,
            MoveOrder moveOrder,
            MoveDispute moveDispute,
            TakeEvidence takeEvidence,
            Payments payments,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.completions = completions;
        this.disputes = disputes;
        this.moveOrder = moveOrder;
        this.moveDispute = moveDispute;
        this.takeEvidence = takeEvidence;
        this.payments = payments;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link OrderProblem#DISPUTE_NOT_POSSIBLE}, {@link OrderProblem#PRICE_PAID_OUT},
     * {@link OrderProblem#EVIDENCE_MISSING}, {@link OrderProblem#EVIDENCE_NOT_YOURS},
     * {@link OrderProblem#REMEDY_NOT_POSSIBLE} or {@link OrderProblem#REFUND_AMOUNT_WRONG}.
     *
     * @param part of the price, for a partial refund; null for the other remedies
     */
    public Mono<DisputeId> open(
            AccountId buyer,
            OrderId id,
            DisputeReason reason,
            RemedyKind kind,
            @Nullable Money part,
            String words,
            List<PhotoId> shown) {
        return MoveOrder.visibleTo(buyer, orders.find(id))
                .filter(order -> order.buyer().equals(buyer))
                .switchIfEmpty(Mono.error(OrderProblem.NOT_YOURS_TO_DO::raise))
                .delayUntil(order -> check(reason, shown))
                .flatMap(order -> Mono.fromCallable(() -> asked(kind, part, order, reason))
                        .flatMap(asked -> takeEvidence
                                .hash(buyer, shown)
                                .flatMap(photos -> open(order, reason, opening(asked, words, photos))
                                        .as(transaction::transactional))));
    }

    private static Mono<Void> check(DisputeReason reason, List<PhotoId> shown) {
        return reason.needsPhoto() && shown.isEmpty()
                ? Mono.error(OrderProblem.EVIDENCE_MISSING.raise())
                : Mono.empty();
    }

    private static Remedy asked(RemedyKind kind, @Nullable Money part, Order order, DisputeReason reason) {
        var asked = Remedy.of(kind, part, order.price());
        if (!asked.canBeProposedFor(reason)) {
            throw OrderProblem.REMEDY_NOT_POSSIBLE.raise();
        }
        return asked;
    }

    private DisputeEntry opening(Remedy asked, String words, List<PhotoHash> photos) {
        return DisputeEntry.proposed(Side.BUYER, DisputeStep.OPENED, asked, words, photos, clock.instant());
    }

    private Mono<DisputeId> open(Order order, DisputeReason reason, DisputeEntry opening) {
        var dispute = dispute(order, reason, opening.at());
        return freeze(order, dispute)
                .then(Mono.defer(() -> disputes.add(dispute)))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_NOT_POSSIBLE::raise))
                .then(Mono.defer(() -> takeEvidence.keep(order.buyer(), opening.photos())))
                .then(Mono.defer(() -> moveDispute.note(new DisputeCase(dispute, order), opening)))
                .thenReturn(dispute.id());
    }

    private Mono<Void> freeze(Order order, Dispute dispute) {
        return switch (order.state()) {
            case PAID, HANDED_OVER, IN_TRANSIT, DELIVERED ->
                moveOrder.freeze(order).then();
            case COMPLETED -> callBack(order, dispute);
            case AWAITING_PAYMENT,
                    COLLECTING,
                    AWAITING_SHIPMENT,
                    CANCELLING_SHIPMENT,
                    DISPUTED,
                    EXPIRED,
                    CANCELLING,
                    CANCELLED -> Mono.error(OrderProblem.DISPUTE_NOT_POSSIBLE.raise());
        };
    }

    private Mono<Void> callBack(Order order, Dispute dispute) {
        return completions
                .completionForReview(order.id())
                .filter(at -> at.plus(Dispute.AFTER_COMPLETION).isAfter(dispute.openedAt()))
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_NOT_POSSIBLE::raise))
                .then(disputes.findOfOrder(order.id()).hasElement())
                .filter(disputed -> !disputed)
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_NOT_POSSIBLE::raise))
                .then(Mono.defer(() -> payments.recallEscrow(
                        order.id().value(),
                        order.seller(),
                        order.inEscrow(),
                        order.fee(),
                        dispute.id().value())))
                .onErrorMap(OpenDispute::isBalanceTooLow, low -> OrderProblem.PRICE_PAID_OUT.raise());
    }

    private Dispute dispute(Order order, DisputeReason reason, Instant now) {
        var ends = order.deadline();
        return new Dispute(
                        new DisputeId(ids.next()),
                        order.id(),
                        DisputeState.AWAITING_SELLER,
                        reason,
                        order.state(),
                        ends == null ? null : Duration.between(now, ends),
                        null,
                        false,
                        false,
                        false,
                        null,
                        null,
                        now,
                        now,
                        null)
                .movedTo(DisputeState.AWAITING_SELLER, now);
    }

    private static boolean isBalanceTooLow(Throwable error) {
        return error instanceof ProblemException refused && refused.problem() == PaymentProblem.INSUFFICIENT_BALANCE;
    }
}
