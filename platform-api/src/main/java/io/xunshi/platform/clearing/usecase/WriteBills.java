package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.BillKind;
import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.clearing.domain.Payoff;
import io.xunshi.platform.clearing.storage.BillRepository;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import io.xunshi.platform.fulfilment.Fulfilments;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bills what contracts and statements say, and shares out what is held once a deal is settled. Everything may be told
 * again: what was billed or shared out once is not a second time.
 */
@Component
public class WriteBills {
    private static final Money NOTHING = Money.fen(0);

    private final BillRepository bills;
    private final Deals deals;
    private final Fulfilments fulfilments;
    private final Payments payments;
    private final AnnounceBills announceBills;
    private final TellOfMoney tellOfMoney;
    private final ClearingSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    WriteBills(
            BillRepository bills,
            Deals deals,
            Fulfilments fulfilments,
            Payments payments,
            AnnounceBills announceBills,
            TellOfMoney tellOfMoney,
            ClearingSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.bills = bills;
        this.deals = deals;
        this.fulfilments = fulfilments;
        this.payments = payments;
        this.announceBills = announceBills;
        this.tellOfMoney = tellOfMoney;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the contract wants before loading; nothing where the buyer pays after weighing. */
    @Transactional
    public Mono<Void> signed(DealId id) {
        return deals.find(id)
                .filter(deal -> !deal.paymentCode().equals("AFTER_WEIGHING"))
                .flatMap(deal -> add(bill(deal, BillKind.ADVANCE, null, false, advanceOf(deal))));
    }

    /**
     * What is payable by a statement and not held yet: somebody may have paid since it was reckoned. The final one ends
     * the deal, at once where nothing is due any more.
     */
    @Transactional
    public Mono<Void> issued(StatementIssued statement) {
        return bills.lockOf(statement.dealId())
                .filter(bill -> bill.state() == BillState.DUE)
                .concatMap(this::supersede)
                .thenMany(bills.findOf(statement.dealId()))
                .filter(bill -> bill.state() == BillState.HELD)
                .collectList()
                .flatMap(held -> bill(statement, Payoff.stillDue(held, Money.fen(statement.payableFen()))));
    }

    /** Nothing is owed: what was paid goes back, what is due lapses. */
    @Transactional
    public Mono<Void> calledOff(DealId id) {
        return bills.lockOf(id)
                .concatMap(bill -> switch (bill.state()) {
                    case DUE -> supersede(bill);
                    case HELD -> giveBack(bill);
                    case RELEASED, RETURNED, SUPERSEDED -> Mono.<Void>empty();
                })
                .then();
    }

    /** Shares out what is held for a deal, and closes it. The caller has locked its bills. */
    Mono<Void> settle(DealId deal, UUID statement) {
        return fulfilments
                .statement(statement)
                .flatMap(last -> bills.findOf(deal)
                        .filter(bill -> bill.state() == BillState.HELD)
                        .collectList()
                        .flatMapMany(held -> shareOut(held, Payoff.tooMuch(held, Money.fen(last.payableFen()))))
                        .then(fulfilments.markPaid(deal, statement)))
                .then(Mono.defer(() -> deals.find(deal)))
                .flatMap(tellOfMoney::settled);
    }

    private Mono<Void> bill(StatementIssued statement, Money due) {
        var isOver = !statement.isProvisional() && !due.isPositive();
        if (isOver) {
            return settle(statement.dealId(), statement.statementId());
        }
        return deals.find(statement.dealId())
                .filter(deal -> due.isPositive())
                .flatMap(deal ->
                        add(bill(deal, BillKind.STATEMENT, statement.statementId(), !statement.isProvisional(), due)));
    }

    private Flux<Void> shareOut(List<Bill> held, Money refund) {
        return Flux.fromIterable(Payoff.of(held, refund)).concatMap(share -> shareOut(share.bill(), share));
    }

    private Mono<Void> shareOut(Bill bill, Payoff.Share share) {
        var toSeller = share.toSeller().isPositive()
                ? payments.shareEscrow(bill.id(), payeeOf(bill), share.toSeller(), NOTHING, bill.id())
                        .then(announceBills.released(bill, share.toSeller()))
                : Mono.<Void>empty();
        var toBuyer = share.toBuyer().isPositive()
                ? payments.refund(bill.id(), share.toBuyer(), bill.id())
                        .then(announceBills.returned(bill, share.toBuyer()))
                : Mono.<Void>empty();
        return bills.move(bill, BillState.RELEASED, share.toBuyer(), clock.instant())
                .filter(moved -> moved)
                .flatMap(moved -> toSeller.then(toBuyer));
    }

    private static Payee payeeOf(Bill bill) {
        return new Payee(bill.seller().value());
    }

    private Mono<Void> add(Bill bill) {
        return bills.add(bill, clock.instant())
                .filter(isNew -> isNew)
                .flatMap(isNew -> announceBills.due(bill).then(tellOfMoney.due(bill)));
    }

    /** Where somebody is paying it at this moment, they have it back. */
    private Mono<Void> supersede(Bill bill) {
        return bills.move(bill, BillState.SUPERSEDED, NOTHING, clock.instant()).then(payments.wantGivenBack(bill.id()));
    }

    private Mono<Void> giveBack(Bill bill) {
        return bills.move(bill, BillState.RETURNED, bill.amount(), clock.instant())
                .then(payments.wantGivenBack(bill.id()))
                .then(announceBills.returned(bill, bill.amount()));
    }

    private Bill bill(DealView deal, BillKind kind, @Nullable UUID statement, boolean isFinal, Money amount) {
        return new Bill(
                ids.next(),
                deal.id(),
                deal.code(),
                deal.seller(),
                deal.buyer(),
                kind,
                statement,
                isFinal,
                amount,
                NOTHING,
                BillState.DUE,
                clock.instant().plus(settings.payWithin()));
    }

    private static Money advanceOf(DealView deal) {
        return Money.fen(deal.settlement().provisionalOf(deal.value().amount()));
    }
}
