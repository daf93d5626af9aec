package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.clearing.ClearingProblem;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.clearing.storage.BillRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Has somebody of the buyer pay a bill. Tried again it is the same payment. */
@Component
public class PayBill {
    private final BillRepository bills;
    private final Organisations organisations;
    private final Payments payments;
    private final TransactionalOperator transaction;

    PayBill(BillRepository bills, Organisations organisations, Payments payments, TransactionalOperator transaction) {
        this.bills = bills;
        this.organisations = organisations;
        this.payments = payments;
        this.transaction = transaction;
    }

    /**
     * Raises {@link ClearingProblem#BILL_NOT_FOUND}, {@link ClearingProblem#NOT_DUE}, and what
     * {@link Organisations#requireRole} raises.
     */
    public Mono<PaidBill> pay(AccountId person, UUID id) {
        return bills.find(id)
                .switchIfEmpty(Mono.error(ClearingProblem.BILL_NOT_FOUND::raise))
                .delayUntil(
                        bill -> organisations.requireRole(person, bill.buyer(), MemberRole.FINANCE, MemberRole.TRADER))
                .then(Mono.defer(() -> requested(person, id)).as(transaction::transactional))
                .flatMap(this::withPayUrl);
    }

    private Mono<Bill> requested(AccountId person, UUID id) {
        return bills.lock(id)
                .filter(bill -> bill.state() == BillState.DUE)
                .switchIfEmpty(Mono.error(ClearingProblem.NOT_DUE::raise))
                .delayUntil(bill -> payments.findByOrder(id).switchIfEmpty(Mono.defer(() -> request(person, bill))));
    }

    private Mono<PaymentView> request(AccountId person, Bill bill) {
        return payments.request(bill.id(), PaymentPurpose.DEAL, person, bill.amount(), "循市货款 " + bill.dealCode());
    }

    /** A provider that does not answer leaves the bill due, and paying can be tried again. */
    private Mono<PaidBill> withPayUrl(Bill bill) {
        return payments.findByOrder(bill.id())
                .flatMap(payment -> payments.start(payment.id()).onErrorReturn(payment))
                .map(payment -> new PaidBill(bill, payment.payUrl()));
    }

    /** @param payUrl where it is paid; null until the provider has answered */
    public record PaidBill(Bill bill, @Nullable String payUrl) {}
}
