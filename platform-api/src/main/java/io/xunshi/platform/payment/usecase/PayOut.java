package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.payment.PaymentEvents.PayoutRequested;
import io.xunshi.platform.payment.PaymentProblem;
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

/** A seller's balance, and the way out of it. */
@Component
public class PayOut {
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

    /**
     * Takes the amount off the balance first and tells the provider afterwards, so no balance leaves twice. Raises
     * {@link PaymentProblem#INSUFFICIENT_BALANCE} or {@link PaymentProblem#BAD_AMOUNT}.
     */
    @Transactional
    public Mono<Payout> request(AccountId seller, Money amount) {
        if (!amount.isPositive() || !amount.currency().equals(Money.CNY)) {
            return Mono.error(PaymentProblem.BAD_AMOUNT.raise());
        }
        var payout = new Payout(ids.next(), seller, amount, Payout.State.REQUESTED, null, clock.instant());
        return ledger.post(ids.next(), JournalEntry.payout(payout.id(), seller, amount), payout.at())
                .then(payouts.add(payout))
                .then(events.publish(new PayoutRequested(ids.next(), payout.at(), payout.id())))
                .thenReturn(payout);
    }

    public Flux<Payout> payoutsOf(AccountId seller) {
        return payouts.findOf(seller, PAYOUTS_SHOWN);
    }

    public Mono<Balance> balanceOf(AccountId seller) {
        return ledger.heldBalance(new SellerBalance(seller))
                .flatMap(available -> ledger.heldBalance(new PayoutInTransit(seller))
                        .map(inTransit -> new Balance(available, inTransit)));
    }

    /** Newest first. */
    public Mono<Page<PostingView>> entriesOf(AccountId seller, @Nullable Cursor after, int limit) {
        return ledger.postingsOf(new SellerBalance(seller), after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, row -> new Cursor(row.at(), row.entryId())));
    }

    /**
     * @param available may be paid out
     * @param inTransit on its way to the bank
     */
    public record Balance(Money available, Money inTransit) {}
}
