package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ShippingPayer;

/**
 * That a purchase is sent, and what that costs; frozen when the order was placed, but for what the carrier did.
 *
 * @param shipping what the carrier gets
 * @param tariff the version of the tariff that says so
 * @param coverage what the carrier pays at most for goods that it loses or damages
 * @param isCarrierPaid whether the carrier has its price: it has the parcel, and did not lose it
 * @param hasCarrierFailed whether it lost or damaged the parcel
 */
public record Delivery(
        ShippingPayer payer,
        Money shipping,
        String tariff,
        Money coverage,
        boolean isCarrierPaid,
        boolean hasCarrierFailed) {

    /** What the buyer pays on top of the price. */
    public Money onTop() {
        return payer == ShippingPayer.BUYER ? shipping : Money.fen(0);
    }

    /** What is in escrow of a purchase of that price, once it is paid and as long as nothing was shared out. */
    public Money escrowOf(Money price) {
        var paid = price.plus(onTop());
        return isCarrierPaid ? paid.minus(shipping) : paid;
    }
}
