package io.xunshi.platform.payment.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentEvents;
import io.xunshi.platform.payment.PaymentEvents.PaymentAuthorized;
import io.xunshi.platform.payment.PaymentEvents.PaymentCaptured;
import io.xunshi.platform.payment.PaymentEvents.PaymentRefunded;
import io.xunshi.platform.payment.PaymentEvents.PaymentVoided;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.domain.Intent;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.NextStep;
import io.xunshi.platform.payment.domain.Part;
import io.xunshi.platform.payment.domain.Payment;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.payment.storage.PartRepository;
import io.xunshi.platform.payment.storage.PaymentRepository;
import io.xunshi.platform.payment.storage.RefundRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings a payment to where it is wanted. Asks the provider what is, does the one thing that is missing, and writes
 * down what the provider then says. Whoever calls it, however often and at the same time, the same end is reached:
 * every remote call carries a key, and every step here is conditional on the state before it.
 */
@Component
public class ConvergePayment {
    private static final Logger log = LoggerFactory.getLogger(ConvergePayment.class);

    private final PaymentRepository payments;
    private final PartRepository parts;
    private final RefundRepository refunds;
    private final LedgerRepository ledger;
    private final PaymentProvider provider;
    private final RequestRefund requestRefund;
    private final ConvergeRefund convergeRefund;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final MeterRegistry meters;

    ConvergePayment(
            PaymentRepository payments,
            PartRepository parts,
            RefundRepository refunds,
            LedgerRepository ledger,
            PaymentProvider provider,
            RequestRefund requestRefund,
            ConvergeRefund convergeRefund,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters) {
        this.payments = payments;
        this.parts = parts;
        this.refunds = refunds;
        this.ledger = ledger;
        this.provider = provider;
        this.requestRefund = requestRefund;
        this.convergeRefund = convergeRefund;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /** Does nothing where there is no such payment. */
    public Mono<Void> converge(PaymentId id) {
        return payments.find(id).flatMap(this::converge);
    }

    /** The same for the provider's name of it; says whether there is such a payment. */
    public Mono<Boolean> convergeIntent(String intentId) {
        return payments.findByIntent(intentId)
                .flatMap(payment -> convergeRefunds(payment)
                        .then(Mono.defer(() -> converge(payment)))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Only what was taken can be on its way back. */
    private Mono<Void> convergeRefunds(Payment payment) {
        return payment.state() == PaymentState.CAPTURED ? convergeRefund.convergeAllOf(payment.id()) : Mono.empty();
    }

    private Mono<Void> converge(Payment payment) {
        return ask(payment)
                .filter(intent -> isOurs(payment, intent))
                .flatMap(intent -> act(payment, intent))
                .flatMap(intent -> remember(payment, intent));
    }

    private Mono<Intent> ask(Payment payment) {
        var known = payment.intentId();
        return known == null
                ? provider.open(payment)
                        .delayUntil(intent -> payments.rememberIntent(payment.id(), intent.id(), intent.payUrl()))
                : provider.find(known);
    }

    /**
     * An intent of another amount is not the one that we opened: nothing is believed of it, and somebody has to look.
     */
    private boolean isOurs(Payment payment, Intent intent) {
        var ours = intent.amount().equals(payment.amount());
        if (!ours) {
            log.error("Payment {} is {}, but the provider says {}", payment.id(), payment.amount(), intent.amount());
            meters.counter("xunshi.payment.mismatches").increment();
        }
        return ours;
    }

    private Mono<Intent> act(Payment payment, Intent intent) {
        return switch (NextStep.of(payment, intent)) {
            case REMEMBER -> Mono.just(intent);
            case CAPTURE -> provider.capture(payment, intent);
            case CANCEL -> provider.cancel(payment, intent);
            case REFUND -> giveBackRest(payment, intent);
        };
    }

    /** What was taken must stand in the books before it can go back. */
    private Mono<Intent> giveBackRest(Payment payment, Intent intent) {
        return remember(payment, intent)
                .then(Mono.defer(() -> requestRefund.requestRest(payment)))
                .then(Mono.defer(() -> convergeRefund.convergeAllOf(payment.id())))
                .then(Mono.defer(() -> provider.find(intent.id())));
    }

    private Mono<Void> remember(Payment payment, Intent intent) {
        return Flux.fromIterable(statesBetween(payment.state(), NextStep.stateOf(intent)))
                .concatMap(step -> remember(payment, step))
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> remember(Payment payment, Step step) {
        return payments.move(payment.id(), step.from(), step.to())
                .filter(moved -> moved)
                .flatMap(moved -> post(payment, step.to()).then(events.publish(news(payment, step.to()))));
    }

    private Mono<Void> post(Payment payment, PaymentState state) {
        return switch (state) {
            case CAPTURED ->
                parts.findOf(payment.id())
                        .concatMap(part -> post(JournalEntry.capture(part)))
                        .then();
            case REFUNDED ->
                parts.findOf(payment.id())
                        .concatMap(part -> postUnasked(payment, part))
                        .then();
            case REQUESTED, AUTHORIZED, VOIDED -> Mono.empty();
        };
    }

    private Mono<Void> postUnasked(Payment payment, Part part) {
        return refunds.sumOf(payment.id(), part.orderId())
                .map(part.amount()::minus)
                .filter(Money::isPositive)
                .flatMap(unasked -> post(JournalEntry.refund(part, unasked)));
    }

    private Mono<Void> post(JournalEntry entry) {
        return ledger.post(ids.next(), entry, clock.instant()).then();
    }

    private PaymentEvents news(Payment payment, PaymentState state) {
        var id = payment.id().value();
        var order = payment.orderId();
        return switch (state) {
            case AUTHORIZED -> new PaymentAuthorized(ids.next(), clock.instant(), id, order);
            case CAPTURED -> new PaymentCaptured(ids.next(), clock.instant(), id, order);
            case VOIDED -> new PaymentVoided(ids.next(), clock.instant(), id, order);
            case REFUNDED -> new PaymentRefunded(ids.next(), clock.instant(), id, order);
            case REQUESTED -> throw new IllegalStateException("Nothing leads back to REQUESTED");
        };
    }

    /**
     * Every state on the way, so that nobody hears of a refund without having heard of the capture; empty for old news.
     */
    private static List<Step> statesBetween(PaymentState from, PaymentState to) {
        var steps = new ArrayList<Step>();
        for (var at = from; at != to; ) {
            var next = towards(at, to);
            if (next == at) {
                return List.of();
            }
            steps.add(new Step(at, next));
            at = next;
        }
        return steps;
    }

    private static PaymentState towards(PaymentState at, PaymentState to) {
        if (at.next().contains(to)) {
            return to;
        }
        return switch (to) {
            case CAPTURED, REFUNDED ->
                switch (at) {
                    case REQUESTED -> PaymentState.AUTHORIZED;
                    case AUTHORIZED -> PaymentState.CAPTURED;
                    case CAPTURED, VOIDED, REFUNDED -> at;
                };
            case REQUESTED, AUTHORIZED, VOIDED -> at;
        };
    }

    private record Step(PaymentState from, PaymentState to) {}
}
