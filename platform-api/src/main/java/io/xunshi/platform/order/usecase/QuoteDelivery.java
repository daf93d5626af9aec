package io.xunshi.platform.order.usecase;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.listing.ShippingTerms;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.domain.Delivery;
import io.xunshi.platform.order.domain.FeeRule;
import io.xunshi.platform.shipping.ShippingTariffs;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what a thing costs when it is sent, all in, before anybody buys it. */
@Component
public class QuoteDelivery {
    private final Listings listings;
    private final ShippingTariffs tariffs;

    QuoteDelivery(Listings listings, ShippingTariffs tariffs) {
        this.listings = listings;
        this.tariffs = tariffs;
    }

    /**
     * Raises {@link ListingProblem#NOT_FOUND} and what {@link #quote(ListingView, int, String)} raises.
     *
     * @param pieces how many, in one parcel; at least one
     * @param province of GB/T 2260, two digits
     */
    public Mono<DeliveryQuote> quote(ListingId id, int pieces, String province) {
        return listings.find(id)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .map(listing -> quote(listing, pieces, province));
    }

    /**
     * Raises {@link OrderProblem#NOT_SENT}, {@link OrderProblem#PARCEL_TOO_HEAVY},
     * {@link io.xunshi.platform.shipping.ShippingProblem#NOT_SHIPPED_THERE}, or
     * {@link OrderProblem#SHIPPING_NOT_COVERED} where the seller would have to pay in for a sale.
     */
    DeliveryQuote quote(ListingView listing, int pieces, String province) {
        var terms = listing.shipping();
        if (terms == null) {
            throw OrderProblem.NOT_SENT.raise();
        }
        var grams = Math.multiplyExact(terms.parcelGrams(), pieces);
        if (grams > ShippingTerms.PARCEL_GRAMS_MAX) {
            throw OrderProblem.PARCEL_TOO_HEAVY.raise(ShippingTerms.PARCEL_GRAMS_MAX / terms.parcelGrams());
        }
        var quote = tariffs.quote(province, grams);
        var price = listing.price().times(pieces);
        var earned = price.minus(FeeRule.CURRENT.feeOf(price));
        if (terms.payer() == ShippingPayer.SELLER && earned.compareTo(quote.price()) < 0) {
            throw OrderProblem.SHIPPING_NOT_COVERED.raise();
        }
        var delivery = new Delivery(terms.payer(), quote.price(), quote.tariff(), quote.coverage(), false, false);
        return new DeliveryQuote(price, delivery, quote.daysMin(), quote.daysMax());
    }

    /** @param price of the goods, without shipping */
    public record DeliveryQuote(Money price, Delivery delivery, int daysMin, int daysMax) {

        /** What the buyer pays. */
        public Money total() {
            return price.plus(delivery.onTop());
        }
    }
}
