package io.xunshi.platform.shipping.domain;

import io.xunshi.platform.shipping.ShipmentState;
import io.xunshi.platform.shipping.TrackingEvent;
import java.util.List;

/** What the carrier says of a parcel at one moment. */
public record CarrierParcel(
        String waybill, String sortingCode, Status status, boolean isDamaged, List<TrackingEvent> events) {

    public CarrierParcel {
        events = List.copyOf(events);
    }

    /** Where it stands for us. */
    public ShipmentState state() {
        return switch (status) {
            case BOOKED -> ShipmentState.BOOKED;
            case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY -> ShipmentState.IN_TRANSIT;
            case DELIVERED -> ShipmentState.DELIVERED;
            case LOST -> ShipmentState.LOST;
            case CANCELLED -> ShipmentState.VOIDED;
        };
    }

    /** Where it stands for the carrier. */
    public enum Status {
        BOOKED,
        PICKED_UP,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        DELIVERED,
        LOST,
        CANCELLED
    }
}
