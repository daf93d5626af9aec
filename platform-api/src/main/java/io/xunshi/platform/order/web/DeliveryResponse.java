package io.xunshi.platform.order.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.order.domain.Delivery;
import io.xunshi.platform.order.usecase.FindOrders.WholeOrder;
import io.xunshi.platform.shipping.MaskedRecipient;
import io.xunshi.platform.shipping.ShipmentState;
import io.xunshi.platform.shipping.ShipmentView;
import io.xunshi.platform.shipping.TrackingEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a purchase is sent.
 *
 * @param shipping what the carrier gets
 * @param onTop what the buyer pays of it
 * @param parcel null in lists
 */
record DeliveryResponse(
        ShippingPayer payer,
        Money shipping,
        Money onTop,
        @Nullable ParcelResponse parcel) {

    /** Null where the goods change hands in person. */
    static @Nullable DeliveryResponse of(WholeOrder whole) {
        Delivery delivery = whole.order().delivery();
        return delivery == null
                ? null
                : new DeliveryResponse(
                        delivery.payer(), delivery.shipping(), delivery.onTop(), ParcelResponse.of(whole.shipment()));
    }

    /**
     * @param to as far as both sides need to know; null once it is forgotten
     * @param events what the carrier told, oldest first
     */
    record ParcelResponse(
            ShipmentState state,
            @Nullable String waybill,
            @Nullable MaskedRecipient to,
            List<TrackingEvent> events) {

        static @Nullable ParcelResponse of(@Nullable ShipmentView shipment) {
            return shipment == null
                    ? null
                    : new ParcelResponse(shipment.state(), shipment.waybill(), shipment.to(), shipment.events());
        }
    }
}
