package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.pricing.PriceFormula;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a seller says of a lot.
 *
 * @param quantity grams or pieces, as the material is measured
 * @param toleranceBasisPoints how much more or less may be delivered; the trade's usual is 300, in bulk 1,000
 * @param quality answers to the material's quality attributes, by their codes
 * @param place where the goods lie: an area and words that a driver finds it by
 * @param price asked for a tonne or a piece; null where buyers are to say one
 * @param formula what a price that is agreed is added to: reference prices, and what is taken off for quality
 * @param leastQuantity the smallest part that is sold; the quantity itself where it is sold as a whole
 * @param inspection null where there is nothing to look at before
 * @param lastDay the last day of the offer, in the city's time
 */
public record LotTerms(
        String materialCode,
        String title,
        String description,
        long quantity,
        int toleranceBasisPoints,
        Map<String, String> quality,
        Packing packing,
        Place place,
        Delivery delivery,
        PaymentTerms payment,
        TaxBasis tax,
        @Nullable Money price,
        PriceFormula formula,
        long leastQuantity,
        @Nullable Days inspection,
        List<PhotoId> photos,
        LocalDate lastDay) {

    /** 一口价, and nothing taken off for quality. */
    public static final PriceFormula PLAIN = new PriceFormula.Fixed(0, List.of());

    public LotTerms {
        title = written(title);
        description = written(description);
        quality = Map.copyOf(quality);
        photos = List.copyOf(photos);
    }

    static String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /**
     * @param areaCode the code of a district, or {@link io.xunshi.platform.organisation.TradeArea#OUTSIDE}
     * @param address words that a driver finds it by; outside the city it begins with province and city
     */
    public record Place(String areaCode, String address) {
        public Place {
            address = written(address);
        }
    }

    /** From the first to the last of them, in the city's time. */
    public record Days(LocalDate from, LocalDate to) {}
}
