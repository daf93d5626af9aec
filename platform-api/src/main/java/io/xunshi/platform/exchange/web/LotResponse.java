package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.domain.Packing;
import io.xunshi.platform.exchange.usecase.FindSupplyAndDemand.Shown;
import io.xunshi.platform.exchange.web.OfferFields.DaysField;
import io.xunshi.platform.exchange.web.OfferFields.Party;
import io.xunshi.platform.exchange.web.OfferFields.PlaceField;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.pricing.FormulaRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot as everybody reads it.
 *
 * @param materialEdition the edition of the material that its terms are said in
 * @param quantity grams, or pieces, as <code>measure</code> says
 * @param remaining what of it is still to be had
 * @param price for a tonne or a piece; null where buyers are to say one
 * @param formula what a price that is agreed is added to; null where there are neither reference prices nor deductions
 * @param termsVersion grows when its seller says something else of it
 * @param holder what makes its price now, or has sold it
 */
record LotResponse(
        UUID id,
        String code,
        LotState state,
        Party seller,
        String materialCode,
        int materialEdition,
        Measure measure,
        String title,
        String description,
        long quantity,
        long remaining,
        long leastQuantity,
        int toleranceBasisPoints,
        Map<String, String> quality,
        Packing packing,
        PlaceField place,
        Delivery delivery,
        PaymentTerms payment,
        TaxBasis tax,
        @Nullable Money price,
        @Nullable FormulaRequest formula,
        @Nullable DaysField inspection,
        List<PhotoResponse> photos,
        LocalDate lastDay,
        @Nullable UUID holder,
        long version,
        long termsVersion,
        Instant offeredAt) {

    static LotResponse of(Shown<Lot> shown) {
        return of(shown, shown.offer(), shown.offer().terms());
    }

    private static LotResponse of(Shown<Lot> shown, Lot lot, LotTerms terms) {
        return new LotResponse(
                lot.id().value(),
                lot.code(),
                lot.state(),
                Party.of(shown),
                terms.materialCode(),
                lot.materialEdition(),
                lot.measure(),
                terms.title(),
                terms.description(),
                terms.quantity(),
                lot.remaining(),
                terms.leastQuantity(),
                terms.toleranceBasisPoints(),
                terms.quality(),
                terms.packing(),
                PlaceField.of(terms.place()),
                terms.delivery(),
                terms.payment(),
                terms.tax(),
                terms.price(),
                terms.formula().equals(LotTerms.PLAIN) ? null : FormulaRequest.of(terms.formula()),
                DaysField.ofNullable(terms.inspection()),
                shown.photos().stream().map(PhotoResponse::of).toList(),
                terms.lastDay(),
                lot.holder(),
                lot.version(),
                lot.termsVersion(),
                lot.offeredAt());
    }
}
