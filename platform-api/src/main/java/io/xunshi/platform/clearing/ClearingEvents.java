package io.xunshi.platform.clearing;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of the money of deals. */
public sealed interface ClearingEvents extends DomainEvent {

    UUID billId();

    BilledDeal deal();

    BillKind kind();

    Money amount();

    /** SHA-256 of <code>bill|kind|fen</code>, hexadecimal, by which the two sides find the bill in the log. */
    default String hash() {
        return Sha256.of("%s|%s|%d".formatted(billId(), kind(), amount().amount()));
    }

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

    /** The seller has it in the balance. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "clearing", name = "money-released")
    record MoneyReleased(UUID eventId, Instant at, UUID billId, BilledDeal deal, BillKind kind, Money amount)
            implements ClearingEvents {}

    /** It goes back to the buyer: all of a bill, or what of it was too much. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "clearing", name = "money-returned")
    record MoneyReturned(UUID eventId, Instant at, UUID billId, BilledDeal deal, BillKind kind, Money amount)
            implements ClearingEvents {}

    /**
     * What a bill is for.
     *
     * @param code what people read aloud, <code>Y…</code>
     * @param areaCode where the goods lay when they were offered
     */
    record BilledDeal(
            DealId id,
            String code,
            OrganisationId seller,
            OrganisationId buyer,
            String materialCode,
            String areaCode) {}
}
