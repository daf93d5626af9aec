package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.payment.Balance;
import io.xunshi.platform.payment.Balances;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.PaymentEvents.PayoutRequested;
import io.xunshi.platform.payment.PaymentProblem;
import io.xunshi.platform.payment.PayoutState;
import io.xunshi.platform.payment.PayoutView;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.LedgerAccount.PayoutInTransit;
import io.xunshi.platform.payment.domain.LedgerAccount.SellerBalance;
import io.xunshi.platform.payment.domain.Payout;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.payment.storage.PayoutRepository;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
public class PayOut implements Balances {
    private static final int PAYOUTS_SHOWN = 50;

    private final LedgerRepository ledger;
    private final PayoutRepository payouts;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PayOut(LedgerRepository ledger, PayoutRepository payouts, EventPublisher events, IdGenerator ids, Clock clock) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Mono<PayoutView> payOut(Payee payee, Money amount) {
        if (!amount.isPositive() || !amount.currency().equals(Money.CNY)) {
            return Mono.error(PaymentProblem.BAD_AMOUNT.raise());
        }
        var payout = new Payout(ids.next(), payee, amount, PayoutState.REQUESTED, null, clock.instant());
        return ledger.post(ids.next(), JournalEntry.payout(payout.id(), payee, amount), payout.at())
                .then(payouts.add(payout))
                .then(events.publish(new PayoutRequested(ids.next(), payout.at(), payout.id())))
                .thenReturn(payout.view());
    }

    @Override
    public Flux<PayoutView> payoutsOf(Payee payee) {
        return payouts.findOf(payee, PAYOUTS_SHOWN).map(Payout::view);
    }

    @Override
    public Mono<Balance> balanceOf(Payee payee) {
        return ledger.heldBalance(new SellerBalance(payee))
                .flatMap(available -> ledger.heldBalance(new PayoutInTransit(payee))
                        .map(inTransit -> new Balance(available, inTransit)));
    }

    @Override
    public Mono<Page<PostingView>> entriesOf(Payee payee, @Nullable Cursor after, int limit) {
        return ledger.postingsOf(new SellerBalance(payee), after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, row -> new Cursor(row.at(), row.entryId())));
    }
}
