package io.xunshi.platform.shipping;

import io.xunshi.platform.events.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** News about parcels; none says who sends or receives them. */
public sealed interface ShippingEvents extends DomainEvent {

    /** Somebody here wants a parcel booked or called off; the carrier has to be asked. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "shipping", name = "action-wanted")
    record ShipmentActionWanted(UUID eventId, Instant at, UUID shipmentId) implements ShippingEvents {
        @Override
        public UUID aggregateId() {
            return shipmentId;
        }
    }

    /** The carrier says that something happened to a parcel; what, it has to be asked. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "shipping", name = "carrier-news-received")
    record CarrierNewsReceived(UUID eventId, Instant at, UUID shipmentId) implements ShippingEvents {
        @Override
        public UUID aggregateId() {
            return shipmentId;
        }
    }

    /** Something new is known of the parcel of an order. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "shipping", name = "shipment-moved")
    record ShipmentMoved(UUID eventId, Instant at, UUID shipmentId, UUID orderId, ShipmentState state)
            implements ShippingEvents {
        @Override
        public UUID aggregateId() {
            return shipmentId;
        }
    }
}
