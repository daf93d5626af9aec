package io.xunshi.platform.tender.domain;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotOffer;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a supplier quotes for one line: a lot of theirs as it was said at that moment, so much of it, and a price.
 *
 * @param lotTerms the version of what the supplier says of the lot
 * @param quality the lot's answers to its material's quality attributes
 * @param areaCode where the goods lie
 * @param leastPart the smallest part of the lot that is sold
 * @param quantity grams or pieces
 * @param price for a tonne or a piece, on the lot's tax basis
 * @param validTo the last day on which the supplier stands by it, in the city's time
 */
public record QuoteSheet(
        LotId lot,
        long lotTerms,
        String lotCode,
        String lotTitle,
        String materialCode,
        Map<String, String> quality,
        String areaCode,
        String address,
        Delivery delivery,
        PaymentTerms payment,
        TaxBasis tax,
        long leastPart,
        long quantity,
        Money price,
        LocalDate validTo) {

    public QuoteSheet {
        quality = Map.copyOf(quality);
    }

    public static QuoteSheet of(LotOffer offer, long quantity, Money price, LocalDate validTo) {
        var lot = offer.lot();
        return new QuoteSheet(
                lot.id(),
                offer.termsVersion(),
                lot.code(),
                lot.title(),
                lot.materialCode(),
                offer.quality(),
                lot.areaCode(),
                offer.address(),
                Delivery.valueOf(offer.delivery()),
                PaymentTerms.valueOf(offer.payment()),
                TaxBasis.valueOf(offer.tax()),
                offer.leastQuantity(),
                quantity,
                price,
                validTo);
    }

    /** The price without the tax that it includes: what prices on different bases are compared by. */
    public Money comparedPrice() {
        return tax.withoutTax(price);
    }

    public boolean isValidAt(Instant now) {
        return now.isBefore(validTo.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant());
    }
}
