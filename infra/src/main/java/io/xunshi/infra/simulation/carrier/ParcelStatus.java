package io.xunshi.infra.simulation.carrier;

import java.util.Set;

/** Where a parcel stands with the carrier. */
enum ParcelStatus {
    BOOKED,
    PICKED_UP,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    DELIVERED,
    LOST,
    /** Called off before it was picked up. */
    CANCELLED;

    /** What may follow; a parcel passes several sorting centres. */
    Set<ParcelStatus> next() {
        return switch (this) {
            case BOOKED -> Set.of(PICKED_UP, CANCELLED);
            case PICKED_UP, IN_TRANSIT -> Set.of(IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED, LOST);
            case OUT_FOR_DELIVERY -> Set.of(DELIVERED, LOST);
            case DELIVERED, LOST, CANCELLED -> Set.of();
        };
    }

    boolean isUnderWay() {
        return this == PICKED_UP || this == IN_TRANSIT || this == OUT_FOR_DELIVERY;
    }
}
