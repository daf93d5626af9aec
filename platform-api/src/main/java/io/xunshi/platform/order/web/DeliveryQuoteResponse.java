package io.xunshi.platform.order.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.order.usecase.QuoteDelivery.DeliveryQuote;

/**
 * What a thing costs when it is sent.
 *
 * @param shipping what the buyer pays on top of the price; nothing where the seller pays
 * @param total what the buyer pays
 * @param daysMin how many days it usually takes
 */
record DeliveryQuoteResponse(ShippingPayer payer, Money price, Money shipping, Money total, int daysMin, int daysMax) {

    static DeliveryQuoteResponse of(DeliveryQuote quote) {
        return new DeliveryQuoteResponse(
                quote.delivery().payer(),
                quote.price(),
                quote.delivery().onTop(),
                quote.total(),
                quote.daysMin(),
                quote.daysMax());
    }
}
