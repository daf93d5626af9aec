package io.xunshi.platform.order.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.order.usecase.QuoteBundle.BundleQuote;
import io.xunshi.platform.order.usecase.QuoteBundle.Hindrance;
import io.xunshi.platform.order.usecase.QuoteBundle.QuotedThing;
import io.xunshi.platform.order.usecase.QuoteBundle.Sending;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What several things of one seller cost together.
 *
 * @param percent what the seller takes off for so many
 * @param offered what the seller takes off for how many
 * @param asked what they cost one by one
 * @param price what they cost together, without shipping
 * @param canBeSent whether all of them can
 * @param sending null where no province was asked for
 * @param total what the buyer pays
 */
record BundleQuoteResponse(
        UUID seller,
        List<QuotedThingResponse> things,
        int percent,
        BundleDiscountResponse offered,
        Money asked,
        Money discount,
        Money price,
        boolean canBeSent,
        @Nullable SendingResponse sending,
        Money total) {

    static BundleQuoteResponse of(BundleQuote quote) {
        var prices = quote.prices();
        var sending = quote.sending();
        return new BundleQuoteResponse(
                quote.seller().value(),
                quote.things().stream().map(QuotedThingResponse::of).toList(),
                prices.percent(),
                BundleDiscountResponse.of(quote.discount()),
                prices.price().plus(prices.discount()),
                prices.discount(),
                prices.price(),
                quote.canBeSent(),
                sending == null ? null : SendingResponse.of(sending),
                sending == null ? prices.price() : prices.price().plus(sending.onTop()));
    }

    /**
     * @param asked what it costs alone
     * @param price what it costs with the others; nothing where something hinders it
     */
    record QuotedThingResponse(
            UUID id, String title, @Nullable PhotoResponse photo, Hindrance hindrance, Money asked, Money price) {

        static QuotedThingResponse of(QuotedThing thing) {
            var listing = thing.listing();
            return new QuotedThingResponse(
                    listing.id().value(),
                    listing.title(),
                    listing.photos().stream().findFirst().map(PhotoResponse::of).orElse(null),
                    thing.hindrance(),
                    listing.price(),
                    thing.price());
        }
    }

    /** @param shipping what the buyer pays on top; nothing where the seller pays */
    record SendingResponse(ShippingPayer payer, Money shipping, int daysMin, int daysMax) {

        static SendingResponse of(Sending sending) {
            return new SendingResponse(
                    sending.deliveries().getFirst().payer(), sending.onTop(), sending.daysMin(), sending.daysMax());
        }
    }
}
