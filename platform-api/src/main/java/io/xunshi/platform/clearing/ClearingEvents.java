package io.xunshi.platform.clearing;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of the money of deals. */
public sealed interface ClearingEvents extends DomainEvent {

    UUID billId();

    BilledDeal deal();

    Money amount();

    @Override
    default UUID aggregateId() {
        return billId();
    }

    /** The buyer has something to pay. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "clearing", name = "bill-due")
    record BillDue(UUID eventId, Instant at, UUID billId, BilledDeal deal, BillKind kind, Money amount, Instant dueBy)
            implements ClearingEvents {}

    /** The buyer's money is there, and held. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "clearing", name = "bill-paid")
    record BillPaid(UUID eventId, Instant at, UUID billId, BilledDeal deal, BillKind kind, Money amount)
            implements ClearingEvents {}

    /**
     * What a bill is for.
     *
     * @param code what people read aloud, <code>Y…</code>
     */
    record BilledDeal(DealId id, String code, OrganisationId seller, OrganisationId buyer) {}
}
