package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.clearing.DealPayments;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.clearing.storage.BillRepository;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The money of deals, for other modules. */
@Component
class PublishedDealPayments implements DealPayments {
    private final BillRepository bills;
    private final Clock clock;

    PublishedDealPayments(BillRepository bills, Clock clock) {
        this.bills = bills;
        this.clock = clock;
    }

    @Override
    public Mono<DealPaid> paidFor(DealId deal) {
        return bills.findOf(deal)
                .filter(bill -> bill.state() == BillState.RELEASED)
                .collectList()
                .filter(released -> !released.isEmpty())
                .map(PublishedDealPayments::paid);
    }

    @Override
    public Flux<PaidDeal> paidDealsOf(OrganisationId seller, @Nullable Cursor after, int limit) {
        return bills.findPaidOf(seller, after, limit);
    }

    @Override
    public Flux<Promptness> promptnessOf(OrganisationId buyer, Instant since) {
        return bills.findPromptness(buyer, since, clock.instant());
    }

    private static DealPaid paid(List<Bill> released) {
        var first = released.getFirst();
        var amount = released.stream()
                .map(bill -> bill.amount().minus(bill.refunded()))
                .reduce(Money.fen(0), Money::plus);
        return new DealPaid(first.deal(), first.buyer(), first.seller(), amount);
    }
}
