package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.PaymentEvents.PaymentActionWanted;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.PaymentProblem;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.payment.domain.ConsignmentEntries;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.LedgerAccount.SellerBalance;
import io.xunshi.platform.payment.domain.Part;
import io.xunshi.platform.payment.domain.Payment;
import io.xunshi.platform.payment.domain.Payment.Wanted;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.payment.storage.PartRepository;
import io.xunshi.platform.payment.storage.PaymentRepository;
import io.xunshi.platform.payment.storage.TrusteeRepository;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers other modules; what changes something joins their transactions. */
@Component
class PublishedPayments implements Payments {
    private final PaymentRepository payments;
    private final PartRepository parts;
    private final LedgerRepository ledger;
    private final TrusteeRepository trustees;
    private final ConvergePayment convergePayment;
    private final RequestRefund requestRefund;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PublishedPayments(
            PaymentRepository payments,
            PartRepository parts,
            LedgerRepository ledger,
            TrusteeRepository trustees,
            ConvergePayment convergePayment,
            RequestRefund requestRefund,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.payments = payments;
        this.parts = parts;
        this.ledger = ledger;
        this.trustees = trustees;
        this.convergePayment = convergePayment;
        this.requestRefund = requestRefund;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<PaymentView> request(UUID orderId, AccountId payer, Money amount, String description) {
        return request(orderId, PaymentPurpose.PURCHASE, payer, amount, description);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<PaymentView> request(
            UUID orderId, PaymentPurpose purpose, AccountId payer, Money amount, String description) {
        var payment = new Payment(
                new PaymentId(ids.next()),
                orderId,
                purpose,
                payer,
                amount,
                description,
                PaymentState.REQUESTED,
                Wanted.NOTHING,
                null,
                null);
        return payments.add(payment, clock.instant()).thenReturn(payment.view());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<PaymentView> requestTogether(
            UUID bundleId, AccountId payer, Map<UUID, Money> shares, String description) {
        if (shares.size() < 2) {
            throw new IllegalArgumentException("Nothing is paid together: " + shares);
        }
        var sum = shares.values().stream().reduce(Money.fen(0), Money::plus);
        return request(bundleId, PaymentPurpose.BUNDLE, payer, sum, description)
                .delayUntil(payment -> Flux.fromIterable(shares.entrySet())
                        .concatMap(share ->
                                parts.add(payment.id(), new Part(share.getKey(), share.getValue(), share.getKey()))));
    }

    @Override
    public Mono<PaymentView> start(PaymentId id) {
        return convergePayment
                .converge(id)
                .then(Mono.defer(() -> payments.find(id)))
                .map(Payment::view)
                .switchIfEmpty(Mono.error(PaymentProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<PaymentView> findByOrder(UUID orderId) {
        return payments.findByOrder(orderId).map(Payment::view);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> wantCaptured(PaymentId id) {
        return want(id, Wanted.CAPTURED);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> wantGivenBack(PaymentId id) {
        return want(id, Wanted.GIVEN_BACK);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> wantGivenBack(UUID orderId) {
        return payments.findByOrder(orderId)
                .flatMap(payment ->
                        payment.purpose() == PaymentPurpose.BUNDLE && payment.state() == PaymentState.CAPTURED
                                ? requestRefund.requestRestOf(payment, orderId)
                                : want(payment.id(), Wanted.GIVEN_BACK));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> moveEscrow(UUID fromOrderId, UUID toOrderId, Money amount) {
        return ledger.post(ids.next(), JournalEntry.escrowMoved(fromOrderId, toOrderId, amount), clock.instant())
                .then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> setDepositAside(UUID orderId, Money deposit) {
        return ledger.post(ids.next(), JournalEntry.deposit(orderId, deposit), clock.instant())
                .then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> endDeposit(UUID orderId, Money toPayer, AccountId owner, Money toOwner) {
        return ledger.post(ids.next(), JournalEntry.depositEnd(orderId, toPayer, owner, toOwner), clock.instant())
                .then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> releaseEscrow(UUID orderId, AccountId seller, Money price, Money fee) {
        return trustees.isTrustee(seller)
                .map(forOthers -> forOthers
                        ? ConsignmentEntries.releaseInTrust(orderId, seller, price, fee)
                        : JournalEntry.release(orderId, seller, price, fee))
                .flatMap(entry -> ledger.post(ids.next(), entry, clock.instant()))
                .then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> refund(UUID orderId, Money amount, UUID reason) {
        return requestRefund.request(orderId, amount, reason);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> shareEscrow(UUID orderId, Payee payee, Money amount, Money fee, UUID reason) {
        return ledger.post(ids.next(), JournalEntry.share(orderId, payee, amount, fee, reason), clock.instant())
                .then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> recallEscrow(UUID orderId, AccountId seller, Money price, Money fee, UUID reason) {
        return ledger.post(ids.next(), JournalEntry.recall(orderId, seller, price, fee, reason), clock.instant())
                .then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> payCarrier(UUID orderId, Money shipping) {
        return post(JournalEntry.carrierPaid(orderId, shipping));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> returnFromCarrier(UUID orderId, Money shipping) {
        return post(JournalEntry.carrierReturn(orderId, shipping));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> compensateFromCarrier(UUID orderId, AccountId seller, Money amount) {
        return post(JournalEntry.carrierCompensation(orderId, seller, amount));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> bearShipping(UUID orderId, AccountId seller, Money amount, UUID reason) {
        return ledger.lockHeldBalance(new SellerBalance(seller))
                .map(balance -> balance.compareTo(amount) < 0 ? balance : amount)
                .flatMap(fromSeller -> post(
                        JournalEntry.shippingBorne(orderId, seller, fromSeller, amount.minus(fromSeller), reason)));
    }

    @Override
    public Flux<PostingView> postingsOf(UUID orderId) {
        return ledger.postingsOfOrder(orderId);
    }

    private Mono<Void> post(JournalEntry entry) {
        return ledger.post(ids.next(), entry, clock.instant()).then();
    }

    private Mono<Void> want(PaymentId id, Wanted wanted) {
        return payments.want(id, wanted)
                .filter(changed -> changed)
                .flatMap(changed -> events.publish(new PaymentActionWanted(ids.next(), clock.instant(), id.value())));
    }
}
