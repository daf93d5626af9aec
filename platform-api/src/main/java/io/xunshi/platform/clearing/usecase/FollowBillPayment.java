package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.BillKind;
import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.clearing.storage.BillRepository;
import io.xunshi.platform.fulfilment.Fulfilments;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Moves bills as their money moves, and with them the deal. Money that comes when nothing is due any more goes back;
 * the lock of the deal's bills puts it before or after what made it so.
 */
@Component
public class FollowBillPayment {
    private final BillRepository bills;
    private final WriteBills writeBills;
    private final Fulfilments fulfilments;
    private final Payments payments;
    private final AnnounceBills announceBills;
    private final TellOfMoney tellOfMoney;
    private final Clock clock;

    FollowBillPayment(
            BillRepository bills,
            WriteBills writeBills,
            Fulfilments fulfilments,
            Payments payments,
            AnnounceBills announceBills,
            TellOfMoney tellOfMoney,
            Clock clock) {
        this.bills = bills;
        this.writeBills = writeBills;
        this.fulfilments = fulfilments;
        this.payments = payments;
        this.announceBills = announceBills;
        this.tellOfMoney = tellOfMoney;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> authorized(UUID billId, PaymentId payment) {
        return locked(billId)
                .flatMap(bill -> bill.state() == BillState.DUE
                        ? payments.wantCaptured(payment)
                        : payments.wantGivenBack(payment));
    }

    @Transactional
    public Mono<Void> captured(UUID billId) {
        return locked(billId).flatMap(bill -> switch (bill.state()) {
            case DUE -> hold(bill);
            case SUPERSEDED -> payments.wantGivenBack(bill.id());
            case HELD, RELEASED, RETURNED -> Mono.<Void>empty();
        });
    }

    private Mono<Void> hold(Bill bill) {
        return bills.move(bill, BillState.HELD, Money.fen(0), clock.instant())
                .then(announceBills.paid(bill))
                .then(Mono.defer(() -> follow(bill)));
    }

    private Mono<Void> follow(Bill bill) {
        var statement = bill.statement();
        if (bill.kind() == BillKind.ADVANCE || statement == null) {
            return fulfilments.recordAdvance(bill.deal(), bill.amount()).then(tellOfMoney.held(bill));
        }
        return bill.isFinal()
                ? writeBills.settle(bill.deal(), statement)
                : fulfilments.markPaid(bill.deal(), statement).then(tellOfMoney.held(bill));
    }

    private Mono<Bill> locked(UUID billId) {
        return bills.find(billId)
                .flatMap(found -> bills.lockOf(found.deal())
                        .filter(bill -> bill.id().equals(billId))
                        .next());
    }
}
