package io.xunshi.platform.shipping;

import java.util.Set;

/** Where the parcel of an order stands; knowledge only grows, along {@link #next()}. */
public enum ShipmentState {
    /** It is known to whom it goes. */
    PREPARED,
    /** The sender asked for a label; the carrier has not answered yet, and is asked again. */
    BOOKING,
    /** It has a waybill, and the sender has it still. */
    BOOKED,
    /** The carrier has it. */
    IN_TRANSIT,
    DELIVERED,
    /** The carrier says so, or nothing was heard of it for too long. */
    LOST,
    /** It was never handed to the carrier, and will not be. */
    VOIDED;

    /** The states that may follow. */
    public Set<ShipmentState> next() {
        return switch (this) {
            case PREPARED -> Set.of(BOOKING, VOIDED);
            case BOOKING -> Set.of(BOOKED, IN_TRANSIT, DELIVERED, LOST, VOIDED);
            case BOOKED -> Set.of(IN_TRANSIT, DELIVERED, LOST, VOIDED);
            case IN_TRANSIT -> Set.of(DELIVERED, LOST);
            case DELIVERED, LOST, VOIDED -> Set.of();
        };
    }

    /** Whether the carrier took it in, whatever became of it. */
    public boolean isPickedUp() {
        return this == IN_TRANSIT || this == DELIVERED || this == LOST;
    }
}
