package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.RequirementField;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.domain.DemandState;
import io.xunshi.platform.exchange.domain.DemandTerms;
import io.xunshi.platform.exchange.usecase.FindSupplyAndDemand.Shown;
import io.xunshi.platform.exchange.web.OfferFields.DaysField;
import io.xunshi.platform.exchange.web.OfferFields.Party;
import io.xunshi.platform.exchange.web.OfferFields.PlaceField;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A demand as everybody reads it.
 *
 * @param quantity grams, or pieces, as <code>measure</code> says
 * @param quality what the goods must answer, by attribute
 * @param price the most that is paid for a tonne or a piece; null where sellers are to say one
 */
record DemandResponse(
        UUID id,
        String code,
        DemandState state,
        Party buyer,
        String materialCode,
        Measure measure,
        String title,
        String description,
        long quantity,
        long leastQuantity,
        Map<String, RequirementField> quality,
        PlaceField place,
        Delivery delivery,
        PaymentTerms payment,
        TaxBasis tax,
        @Nullable Money price,
        DaysField window,
        LocalDate lastDay,
        long version,
        Instant postedAt) {

    static DemandResponse of(Shown<Demand> shown) {
        return of(shown, shown.offer(), shown.offer().terms());
    }

    private static DemandResponse of(Shown<Demand> shown, Demand demand, DemandTerms terms) {
        return new DemandResponse(
                demand.id(),
                demand.code(),
                demand.state(),
                Party.of(shown),
                terms.materialCode(),
                demand.measure(),
                terms.title(),
                terms.description(),
                terms.quantity(),
                terms.leastQuantity(),
                terms.quality().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, asked -> RequirementField.of(asked.getValue()))),
                PlaceField.of(terms.place()),
                terms.delivery(),
                terms.payment(),
                terms.tax(),
                terms.price(),
                DaysField.of(terms.window()),
                terms.lastDay(),
                demand.version(),
                demand.postedAt());
    }
}
