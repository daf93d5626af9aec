package io.xunshi.platform.order;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News about purchases, one for every transition and each review; each carries what is sealed of it. */
public sealed interface OrderEvents extends DomainEvent {

    OrderFacts order();

    @Override
    default UUID aggregateId() {
        return order().orderId();
    }

    /** A buyer has the item held. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "placed")
    record OrderPlaced(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The buyer's money is ready in time, or late for an item that was still there. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "payment-accepted")
    record OrderPaymentAccepted(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The buyer's money is in escrow. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "paid")
    record OrderPaid(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The seller says that the goods changed hands. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "handed-over")
    record OrderHandedOver(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The buyer says that they did not. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "handover-objected")
    record HandoverObjected(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The buyer's money is in escrow, and the seller has to send the goods. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "shipment-wanted")
    record OrderShipmentWanted(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The seller has not sent them yet, and time is running. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "shipment-due")
    record OrderShipmentDue(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** It was called off before the carrier had the parcel; whether it has it meanwhile, the carrier is asked. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "shipment-cancellation-begun")
    record OrderShipmentCancellationBegun(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The carrier has the parcel. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "shipped")
    record OrderShipped(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** Something was heard of the parcel on its way. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "parcel-moved")
    record OrderParcelMoved(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The buyer has the parcel. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "delivered")
    record OrderDelivered(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The parcel is lost; the buyer gets everything back, and the carrier owes the seller. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "parcel-lost")
    record OrderParcelLost(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** The goods are the buyer's, the money the seller's. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "completed")
    record OrderCompleted(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** Nobody paid in time; the item is offered again. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "expired")
    record OrderExpired(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** It was called off after it was paid; the money is on its way back. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "cancellation-begun")
    record OrderCancellationBegun(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** It was called off after it was paid, and the buyer has the money back. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "refunded")
    record OrderRefunded(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /** It was called off before anybody paid. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "cancelled")
    record OrderCancelled(UUID eventId, Instant at, OrderFacts order) implements OrderEvents {}

    /**
     * Something happened in a dispute about it.
     *
     * @param purchase where the purchase stands now
     * @param by null for an officer's step and for the clock's
     * @param refund what was asked, proposed, decided or paid; null where the step names no amount
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "dispute-moved")
    record DisputeMoved(
            UUID eventId,
            Instant at,
            OrderFacts order,
            UUID disputeId,
            DisputeStep step,
            DisputeState state,
            OrderState purchase,
            @Nullable Side by,
            @Nullable Money refund)
            implements OrderEvents {}

    /**
     * A dispute about it has an outcome, and the escrow is shared out.
     *
     * @param judged whether an officer or silence decided, and not the two sides together
     * @param refund the buyer's part of the price; nothing, some or all of it
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "dispute-ended")
    record DisputeEnded(UUID eventId, Instant at, OrderFacts order, UUID disputeId, boolean judged, Money refund)
            implements OrderEvents {}

    /**
     * One side said what it thinks of the other, or changed its mind; nobody else may know what before it is revealed.
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "reviewed")
    record OrderReviewed(UUID eventId, Instant at, OrderFacts order, AccountId author) implements OrderEvents {}
}
