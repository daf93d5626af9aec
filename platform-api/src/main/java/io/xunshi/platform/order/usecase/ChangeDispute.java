package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoHash;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.RemedyKind;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Dispute;
import io.xunshi.platform.order.domain.DisputeCase;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.domain.Remedy;
import io.xunshi.platform.order.storage.DisputeStepRepository;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What the two sides of a dispute may do. Everything raises {@link OrderProblem#DISPUTE_NOT_FOUND} for a stranger,
 * {@link OrderProblem#NOT_YOURS_TO_DO} for the wrong side, and {@link OrderProblem#DISPUTE_MOVED_ON} where the dispute
 * stands elsewhere by now.
 */
@Component
public class ChangeDispute {
    private static final int SAME_STEPS_MAX = 10;

    private final DisputeStepRepository entries;
    private final MoveDispute moveDispute;
    private final SettleDispute settleDispute;
    private final MoveOrder moveOrder;
    private final FollowShipment followShipment;
    private final TakeEvidence takeEvidence;
    private final Payments payments;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ChangeDispute(
            DisputeStepRepository entries,
            MoveDispute moveDispute,
            SettleDispute settleDispute,
            MoveOrder moveOrder,
            FollowShipment followShipment,
            TakeEvidence takeEvidence,
            Payments payments,
            TransactionalOperator transaction,
            Clock clock) {
        this.entries = entries;
        this.moveDispute = moveDispute;
        this.settleDispute = settleDispute;
        this.moveOrder = moveOrder;
        this.followShipment = followShipment;
        this.takeEvidence = takeEvidence;
        this.payments = payments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Accepts what the other side proposed last.
     *
     * @param number of the step that proposed it: whoever reads an old page accepts nothing by accident
     */
    public Mono<Void> accept(AccountId person, DisputeId id, int number) {
        return moveDispute
                .lockOwn(person, id)
                .filter(locked -> isOpenToTalk(locked.dispute()))
                .flatMap(locked -> lastProposalOf(otherThan(locked.sideOf(person)), id)
                        .filter(proposal -> proposal.number() == number)
                        .mapNotNull(DisputeEntry::remedy)
                        .flatMap(remedy -> settleDispute
                                .carryOut(
                                        locked,
                                        remedy,
                                        false,
                                        said(locked.sideOf(person), DisputeStep.AGREED, remedy, "", List.of()))
                                .thenReturn(id)))
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_MOVED_ON::raise))
                .then()
                .as(transaction::transactional);
    }

    /**
     * Proposes something else. The seller's first proposal is an answer.
     *
     * @param part of the price, for a partial refund; null for the other remedies
     */
    public Mono<Void> propose(
            AccountId person, DisputeId id, RemedyKind kind, @Nullable Money part, String words, List<PhotoId> shown) {
        return withEvidence(person, id, shown, (locked, photos) -> {
            var remedy = Remedy.of(kind, part, locked.order().price());
            return remedy.canBeProposedFor(locked.dispute().reason())
                    ? propose(locked, said(locked.sideOf(person), DisputeStep.PROPOSED, remedy, words, photos))
                    : Mono.error(OrderProblem.REMEDY_NOT_POSSIBLE.raise());
        });
    }

    /** The seller refuses what is asked, and says why. */
    public Mono<Void> reject(AccountId person, DisputeId id, String words, List<PhotoId> shown) {
        return withEvidence(
                person,
                id,
                shown,
                (locked, photos) -> only(Side.SELLER, person, locked)
                        .then(moveIf(
                                locked,
                                DisputeState.AWAITING_SELLER,
                                DisputeState.NEGOTIATING,
                                said(Side.SELLER, DisputeStep.REJECTED, null, words, photos))));
    }

    /** More to look at, as long as nothing is settled. */
    public Mono<Void> addEvidence(AccountId person, DisputeId id, String words, List<PhotoId> shown) {
        return withEvidence(
                person,
                id,
                shown,
                (locked, photos) -> locked.dispute().state().escrow() == DisputeState.Escrow.FROZEN
                        ? note(locked, said(locked.sideOf(person), DisputeStep.EVIDENCE_ADDED, null, words, photos))
                        : Mono.error(OrderProblem.DISPUTE_MOVED_ON.raise()));
    }

    /** Calls an officer, once the seller has answered. */
    public Mono<Void> escalate(AccountId person, DisputeId id) {
        return moveDispute
                .lockOwn(person, id)
                .flatMap(locked -> moveIf(
                        locked,
                        DisputeState.NEGOTIATING,
                        DisputeState.UNDER_REVIEW,
                        said(locked.sideOf(person), DisputeStep.ESCALATED, null, "", List.of())))
                .as(transaction::transactional);
    }

    /** The buyer lets it be: the purchase goes on where it stood, with the time that was left. */
    public Mono<Void> withdraw(AccountId person, DisputeId id) {
        return moveDispute
                .lockOwn(person, id)
                .delayUntil(locked -> only(Side.BUYER, person, locked))
                .filter(locked -> locked.dispute().canBeWithdrawn())
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_MOVED_ON::raise))
                .delayUntil(this::restore)
                .flatMap(locked -> moveDispute.move(
                        locked, DisputeState.WITHDRAWN, said(Side.BUYER, DisputeStep.WITHDRAWN, null, "", List.of())))
                .as(transaction::transactional);
    }

    /** Asks for another officer. One appeal in a dispute, by whichever side comes first. */
    public Mono<Void> appeal(AccountId person, DisputeId id, String words) {
        return moveDispute
                .lockOwn(person, id)
                .flatMap(locked -> moveIf(
                        new DisputeCase(locked.dispute().withAppeal(), locked.order()),
                        DisputeState.DECIDED,
                        DisputeState.UNDER_APPEAL,
                        said(locked.sideOf(person), DisputeStep.APPEALED, null, words, List.of())))
                .as(transaction::transactional);
    }

    /** The buyer says, and shows, that the goods are back. */
    public Mono<Void> claimReturn(AccountId person, DisputeId id, String words, List<PhotoId> shown) {
        return withEvidence(
                person,
                id,
                shown,
                (locked, photos) -> only(Side.BUYER, person, locked)
                        .then(moveIf(
                                locked,
                                DisputeState.RETURNING,
                                DisputeState.RETURN_CLAIMED,
                                said(Side.BUYER, DisputeStep.RETURN_CLAIMED, null, words, photos))));
    }

    /** The seller has the goods: the refund goes. */
    public Mono<Void> confirmReturn(AccountId person, DisputeId id) {
        return moveDispute
                .lockOwn(person, id)
                .delayUntil(locked -> only(Side.SELLER, person, locked))
                .filter(locked -> locked.dispute().state() == DisputeState.RETURNING
                        || locked.dispute().state() == DisputeState.RETURN_CLAIMED)
                .switchIfEmpty(Mono.error(OrderProblem.DISPUTE_MOVED_ON::raise))
                .flatMap(locked -> settleDispute.settle(
                        locked,
                        locked.order().price(),
                        said(Side.SELLER, DisputeStep.RETURN_CONFIRMED, null, "", List.of())))
                .as(transaction::transactional);
    }

    /** The seller says, and shows, that they are not, or that they are not the same: an officer has to decide. */
    public Mono<Void> denyReturn(AccountId person, DisputeId id, String words, List<PhotoId> shown) {
        return withEvidence(
                person,
                id,
                shown,
                (locked, photos) -> only(Side.SELLER, person, locked)
                        .then(moveIf(
                                new DisputeCase(locked.dispute().withReturnDenied(), locked.order()),
                                DisputeState.RETURN_CLAIMED,
                                DisputeState.UNDER_REVIEW,
                                said(Side.SELLER, DisputeStep.RETURN_DENIED, null, words, photos))));
    }

    private Mono<Void> propose(DisputeCase locked, DisputeEntry proposal) {
        return switch (locked.dispute().state()) {
            case AWAITING_SELLER ->
                proposal.by() == Side.SELLER
                        ? moveDispute.move(locked, DisputeState.NEGOTIATING, proposal)
                        : Mono.error(OrderProblem.NOT_YOURS_TO_DO.raise());
            case NEGOTIATING -> note(locked, proposal);
            case UNDER_REVIEW, DECIDED, UNDER_APPEAL, RETURNING, RETURN_CLAIMED, REFUNDING, CLOSED, WITHDRAWN ->
                Mono.error(OrderProblem.DISPUTE_MOVED_ON.raise());
        };
    }

    /** Nobody talks without end: a step that can be repeated is allowed so often. */
    private Mono<Void> note(DisputeCase locked, DisputeEntry entry) {
        return entries.findOf(locked.dispute().id())
                .filter(earlier -> earlier.kind() == entry.kind() && earlier.by() == entry.by())
                .count()
                .filter(count -> count < SAME_STEPS_MAX)
                .switchIfEmpty(Mono.error(() -> OrderProblem.TOO_MANY_STEPS.raise(SAME_STEPS_MAX)))
                .flatMap(count -> moveDispute.note(locked, entry));
    }

    private Mono<Void> moveIf(DisputeCase locked, DisputeState from, DisputeState to, DisputeEntry entry) {
        return locked.dispute().state() == from
                ? moveDispute.move(locked, to, entry)
                : Mono.error(OrderProblem.DISPUTE_MOVED_ON.raise());
    }

    private Mono<Void> restore(DisputeCase locked) {
        var order = locked.order();
        return locked.holdsPurchase()
                ? moveOrder
                        .thaw(order, locked.dispute().cameFrom(), locked.timeLeft())
                        .then(followShipment.followAlone(order.id()))
                : payments.shareEscrow(
                        order.id().value(),
                        Payee.of(order.seller()),
                        order.inEscrow(),
                        order.fee(),
                        locked.dispute().id().value());
    }

    private Mono<Void> withEvidence(
            AccountId person,
            DisputeId id,
            List<PhotoId> shown,
            BiFunction<DisputeCase, List<PhotoHash>, Mono<Void>> step) {
        return moveDispute
                .requireOwn(person, id)
                .then(Mono.defer(() -> takeEvidence.hash(person, shown)))
                .flatMap(photos -> moveDispute
                        .lockOwn(person, id)
                        .flatMap(locked -> step.apply(locked, photos))
                        .then(Mono.defer(() -> takeEvidence.keep(person, photos)))
                        .as(transaction::transactional));
    }

    private Mono<DisputeEntry> lastProposalOf(Side side, DisputeId id) {
        return entries.findOf(id)
                .filter(entry -> entry.by() == side && entry.isProposal())
                .collectList()
                .flatMap(proposals ->
                        Mono.justOrEmpty(proposals.stream().max(Comparator.comparing(DisputeEntry::number))));
    }

    private DisputeEntry said(
            Side side, DisputeStep kind, @Nullable Remedy remedy, String words, List<PhotoHash> photos) {
        return new DisputeEntry(0, kind, side, null, words, remedy, photos, clock.instant());
    }

    private static boolean isOpenToTalk(Dispute dispute) {
        return dispute.state() == DisputeState.AWAITING_SELLER || dispute.state() == DisputeState.NEGOTIATING;
    }

    private static Side otherThan(Side side) {
        return side == Side.BUYER ? Side.SELLER : Side.BUYER;
    }

    private static Mono<Void> only(Side side, AccountId person, DisputeCase locked) {
        return locked.sideOf(person) == side ? Mono.empty() : Mono.error(OrderProblem.NOT_YOURS_TO_DO.raise());
    }
}
