package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentEvents.RefundRequested;
import io.xunshi.platform.payment.PaymentProblem;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.Part;
import io.xunshi.platform.payment.domain.Payment;
import io.xunshi.platform.payment.domain.Payment.Wanted;
import io.xunshi.platform.payment.domain.Refund;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.payment.storage.PartRepository;
import io.xunshi.platform.payment.storage.PaymentRepository;
import io.xunshi.platform.payment.storage.RefundRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Takes money out of escrow for its payer; the provider is told when that is committed. Refunds of one payment wait for
 * each other here until their transactions end, and escrow cannot fall below zero: so they are never more than what was
 * paid, however many are asked for at once.
 */
@Component
class RequestRefund {
    private final PaymentRepository payments;
    private final PartRepository parts;
    private final RefundRepository refunds;
    private final LedgerRepository ledger;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    RequestRefund(
            PaymentRepository payments,
            PartRepository parts,
            RefundRepository refunds,
            LedgerRepository ledger,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.payments = payments;
        this.parts = parts;
        this.refunds = refunds;
        this.ledger = ledger;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Does nothing for a reason that was given before.
     *
     * @throws IllegalArgumentException for an amount that is not positive, or another one than before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> request(UUID orderId, Money amount, UUID reason) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Nothing to refund for " + reason + ": " + amount);
        }
        return payments.lockByOrder(orderId)
                .switchIfEmpty(Mono.error(PaymentProblem.NOT_FOUND::raise))
                .flatMap(payment -> refunds.find(reason)
                        .doOnNext(known -> requireSame(known, payment, amount))
                        .hasElement()
                        .flatMap(known -> known ? Mono.empty() : begin(payment, orderId, amount, reason)));
    }

    /** Everything of a captured payment that is not on its way back already. */
    @Transactional
    public Mono<Void> requestRest(Payment payment) {
        return payments.lockByOrder(payment.orderId())
                .thenMany(parts.findOf(payment.id()))
                .concatMap(part -> requestRest(payment, part))
                .then();
    }

    /** The same for one of several orders that were paid together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> requestRestOf(Payment payment, UUID orderId) {
        return payments.lockByOrder(orderId)
                .thenMany(parts.findOf(payment.id()))
                .filter(part -> part.orderId().equals(orderId))
                .concatMap(part -> requestRest(payment, part))
                .then();
    }

    private Mono<Void> requestRest(Payment payment, Part part) {
        return refunds.sumOf(payment.id(), part.orderId())
                .map(part.amount()::minus)
                .filter(Money::isPositive)
                .flatMap(rest -> add(payment, part.orderId(), rest, part.reason()));
    }

    private Mono<Void> begin(Payment payment, UUID orderId, Money amount, UUID reason) {
        return payment.state() == PaymentState.CAPTURED && payment.wanted() != Wanted.GIVEN_BACK
                ? add(payment, orderId, amount, reason)
                : Mono.error(PaymentProblem.NOT_REFUNDABLE.raise());
    }

    private Mono<Void> add(Payment payment, UUID orderId, Money amount, UUID reason) {
        var now = clock.instant();
        var refund = new Refund(reason, payment.id(), orderId, amount, Refund.State.REQUESTED, null);
        return refunds.add(refund, now)
                .then(ledger.post(ids.next(), JournalEntry.refundRequested(reason, orderId, amount), now))
                .then(events.publish(new RefundRequested(ids.next(), now, reason)));
    }

    private static void requireSame(Refund known, Payment payment, Money amount) {
        if (!known.payment().equals(payment.id()) || !known.amount().equals(amount)) {
            throw new IllegalArgumentException("%s was the reason for another refund: %s".formatted(known.id(), known));
        }
    }
}
