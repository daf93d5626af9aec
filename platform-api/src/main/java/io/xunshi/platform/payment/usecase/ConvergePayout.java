package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.payment.PaymentEvents.PayoutEnded;
import io.xunshi.platform.payment.PayoutState;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.Payout;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.payment.storage.PayoutRepository;
import io.xunshi.platform.payment.usecase.PaymentProvider.PayoutStatus;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Brings a payout to its end: sent once, confirmed or reversed once. May be repeated by anybody at any time. */
@Component
public class ConvergePayout {
    private final PayoutRepository payouts;
    private final LedgerRepository ledger;
    private final PaymentProvider provider;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ConvergePayout(
            PayoutRepository payouts,
            LedgerRepository ledger,
            PaymentProvider provider,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.payouts = payouts;
        this.ledger = ledger;
        this.provider = provider;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    public Mono<Void> converge(UUID id) {
        return payouts.find(id)
                .filter(payout -> payout.state() == PayoutState.REQUESTED)
                .flatMap(payout -> ask(payout).flatMap(status -> end(payout, status)));
    }

    /** The same for the provider's name of it. */
    public Mono<Void> convergeAtProvider(String providerId) {
        return payouts.findByProviderId(providerId).map(Payout::id).flatMap(this::converge);
    }

    private Mono<PayoutStatus> ask(Payout payout) {
        var known = payout.providerId();
        return known == null
                ? provider.send(payout)
                        .delayUntil(status -> payouts.rememberProviderId(payout.id(), status.providerId()))
                : provider.findPayout(known);
    }

    private Mono<Void> end(Payout payout, PayoutStatus status) {
        return switch (status.state()) {
            case UNDER_WAY -> Mono.empty();
            case PAID ->
                end(payout, PayoutState.PAID, JournalEntry.payoutPaid(payout.id(), payout.payee(), payout.amount()));
            case FAILED ->
                end(
                        payout,
                        PayoutState.FAILED,
                        JournalEntry.payoutFailed(payout.id(), payout.payee(), payout.amount()));
        };
    }

    private Mono<Void> end(Payout payout, PayoutState state, JournalEntry entry) {
        return payouts.end(payout.id(), state)
                .filter(ended -> ended)
                .delayUntil(ended -> ledger.post(ids.next(), entry, clock.instant()))
                .flatMap(ended -> events.publish(new PayoutEnded(
                        ids.next(),
                        clock.instant(),
                        payout.id(),
                        payout.payee().value(),
                        payout.amount(),
                        state == PayoutState.PAID)))
                .then()
                .as(transaction::transactional);
    }
}
