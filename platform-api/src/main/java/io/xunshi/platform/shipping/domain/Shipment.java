package io.xunshi.platform.shipping.domain;

import io.xunshi.platform.shipping.MaskedRecipient;
import io.xunshi.platform.shipping.ShipmentState;
import io.xunshi.platform.shipping.ShipmentView;
import io.xunshi.platform.shipping.TrackingEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parcel of an order.
 *
 * @param id the reference under which the carrier is asked, so that asking twice makes one parcel
 * @param to null once it is forgotten
 * @param from where it is sent; null until a label was asked for, and once it is forgotten
 * @param isVoidWanted whether it is to be called off
 * @param sortingCode stands on the label; null until there is a waybill
 */
public record Shipment(
        UUID id,
        UUID orderId,
        int weightGrams,
        @Nullable PostalAddress to,
        @Nullable PostalAddress from,
        ShipmentState state,
        boolean isVoidWanted,
        @Nullable String waybill,
        @Nullable String sortingCode,
        boolean isDamaged) {

    /** What remains to be asked of the carrier. */
    public Question question() {
        return switch (state) {
            case PREPARED -> isVoidWanted ? Question.NONE_BUT_VOID : Question.NONE;
            case BOOKING -> isVoidWanted ? Question.CANCEL : Question.BOOK;
            case BOOKED -> isVoidWanted ? Question.CANCEL : Question.FIND;
            case IN_TRANSIT -> Question.FIND;
            case DELIVERED, LOST, VOIDED -> Question.NONE;
        };
    }

    /** Its state once the carrier has said so; old news changes nothing. */
    public ShipmentState after(CarrierParcel parcel) {
        return state.next().contains(parcel.state()) ? parcel.state() : state;
    }

    public ShipmentView view(List<TrackingEvent> events) {
        MaskedRecipient masked = to == null ? null : to.masked();
        return new ShipmentView(orderId, state, waybill, isDamaged, masked, events);
    }

    /** What the carrier has to be asked. */
    public enum Question {
        NONE,
        /** It never heard of the parcel, which can be called off without it. */
        NONE_BUT_VOID,
        BOOK,
        CANCEL,
        FIND
    }
}
