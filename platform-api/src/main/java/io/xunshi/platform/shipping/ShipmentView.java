package io.xunshi.platform.shipping;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parcel of an order as other modules see it.
 *
 * @param waybill the number on its label; null until the carrier has given one
 * @param isDamaged whether the carrier noted damage
 * @param to null once it is forgotten
 * @param events what the carrier told, oldest first
 */
public record ShipmentView(
        UUID orderId,
        ShipmentState state,
        @Nullable String waybill,
        boolean isDamaged,
        @Nullable MaskedRecipient to,
        List<TrackingEvent> events) {

    public ShipmentView {
        events = List.copyOf(events);
    }
}
