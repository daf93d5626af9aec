package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.ClearingEvents;
import io.xunshi.platform.clearing.ClearingEvents.BillDue;
import io.xunshi.platform.clearing.ClearingEvents.BillPaid;
import io.xunshi.platform.clearing.ClearingEvents.BilledDeal;
import io.xunshi.platform.clearing.ClearingEvents.MoneyReleased;
import io.xunshi.platform.clearing.ClearingEvents.MoneyReturned;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells other modules of bills, in the caller's transaction. */
@Component
class AnnounceBills {
    private final Deals deals;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    AnnounceBills(Deals deals, EventPublisher events, IdGenerator ids, Clock clock) {
        this.deals = deals;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Void> due(Bill bill) {
        return publish(
                bill,
                deal -> new BillDue(
                        ids.next(), clock.instant(), bill.id(), deal, bill.kind(), bill.amount(), bill.dueBy()));
    }

    Mono<Void> paid(Bill bill) {
        return publish(
                bill, deal -> new BillPaid(ids.next(), clock.instant(), bill.id(), deal, bill.kind(), bill.amount()));
    }

    Mono<Void> released(Bill bill, Money toSeller) {
        return publish(
                bill, deal -> new MoneyReleased(ids.next(), clock.instant(), bill.id(), deal, bill.kind(), toSeller));
    }

    Mono<Void> returned(Bill bill, Money toBuyer) {
        return publish(
                bill, deal -> new MoneyReturned(ids.next(), clock.instant(), bill.id(), deal, bill.kind(), toBuyer));
    }

    private Mono<Void> publish(Bill bill, Function<BilledDeal, ClearingEvents> news) {
        return deals.find(bill.deal())
                .map(deal -> new BilledDeal(
                        deal.id(), deal.code(), deal.seller(), deal.buyer(), deal.materialCode(), deal.areaCode()))
                .flatMap(deal -> events.publish(news.apply(deal)));
    }
}
