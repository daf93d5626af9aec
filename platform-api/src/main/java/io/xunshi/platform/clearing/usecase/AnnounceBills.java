package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.ClearingEvents.BillDue;
import io.xunshi.platform.clearing.ClearingEvents.BillPaid;
import io.xunshi.platform.clearing.ClearingEvents.BilledDeal;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells other modules of bills, in the caller's transaction. */
@Component
class AnnounceBills {
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    AnnounceBills(EventPublisher events, IdGenerator ids, Clock clock) {
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Void> due(Bill bill) {
        return events.publish(new BillDue(
                ids.next(), clock.instant(), bill.id(), dealOf(bill), bill.kind(), bill.amount(), bill.dueBy()));
    }

    Mono<Void> paid(Bill bill) {
        return events.publish(
                new BillPaid(ids.next(), clock.instant(), bill.id(), dealOf(bill), bill.kind(), bill.amount()));
    }

    private static BilledDeal dealOf(Bill bill) {
        return new BilledDeal(bill.deal(), bill.dealCode(), bill.seller(), bill.buyer());
    }
}
