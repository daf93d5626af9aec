package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.payment.PaymentEvents.RefundPaid;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.Payment;
import io.xunshi.platform.payment.domain.Refund;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.payment.storage.PaymentRepository;
import io.xunshi.platform.payment.storage.RefundRepository;
import io.xunshi.platform.payment.usecase.PaymentProvider.RefundStatus;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Brings a refund to the payer: sent once, confirmed once. May be repeated by anybody at any time. */
@Component
public class ConvergeRefund {
    private static final Logger log = LoggerFactory.getLogger(ConvergeRefund.class);

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final LedgerRepository ledger;
    private final PaymentProvider provider;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ConvergeRefund(
            PaymentRepository payments,
            RefundRepository refunds,
            LedgerRepository ledger,
            PaymentProvider provider,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
        this.provider = provider;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** The payment that it is of; empty where there is no such refund. */
    public Mono<PaymentId> converge(UUID id) {
        return refunds.find(id).delayUntil(this::converge).map(Refund::payment);
    }

    /** All refunds of a payment. */
    Mono<Void> convergeAllOf(PaymentId payment) {
        return refunds.findOf(payment).concatMap(this::converge).then();
    }

    private Mono<Void> converge(Refund refund) {
        return refund.state() == Refund.State.PAID ? Mono.empty() : ask(refund).flatMap(status -> end(refund, status));
    }

    private Mono<RefundStatus> ask(Refund refund) {
        var known = refund.providerId();
        return known == null
                ? payments.find(refund.payment())
                        .mapNotNull(Payment::intentId)
                        .flatMap(intent -> provider.refund(intent, refund))
                        .delayUntil(status -> refunds.rememberProviderId(refund.id(), status.providerId()))
                : provider.findRefund(known);
    }

    private Mono<Void> end(Refund refund, RefundStatus status) {
        return switch (status.state()) {
            case UNDER_WAY -> Mono.empty();
            case PAID -> markPaid(refund).as(transaction::transactional);
            case FAILED -> {
                // It stays owed in REFUND_IN_TRANSIT: which way else the payer can be reached, a person has to find
                // out.
                log.error("The provider could not give {} of refund {} back", refund.amount(), refund.id());
                yield Mono.empty();
            }
        };
    }

    private Mono<Void> markPaid(Refund refund) {
        var now = clock.instant();
        return refunds.markPaid(refund.id())
                .filter(marked -> marked)
                .flatMap(marked -> ledger.post(
                                ids.next(),
                                JournalEntry.refundPaid(refund.id(), refund.orderId(), refund.amount()),
                                now)
                        .then(events.publish(
                                new RefundPaid(ids.next(), now, refund.id(), refund.orderId(), refund.amount()))));
    }
}
