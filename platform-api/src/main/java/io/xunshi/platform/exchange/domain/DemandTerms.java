package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.exchange.Asked;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.kernel.Money;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer looks for (求购).
 *
 * @param materialCode the node itself or anything below it will do
 * @param quantity grams or pieces
 * @param leastQuantity the smallest lot that is worth a truck
 * @param quality what the goods must answer, by attribute
 * @param price the most that is paid for a tonne or a piece; null where sellers are to say one
 * @param place where they are needed
 * @param window when they are needed
 * @param lastDay the last day of the demand, in the city's time
 */
public record DemandTerms(
        String materialCode,
        String title,
        String description,
        long quantity,
        long leastQuantity,
        Map<String, Requirement> quality,
        Place place,
        Delivery delivery,
        PaymentTerms payment,
        TaxBasis tax,
        @Nullable Money price,
        Days window,
        LocalDate lastDay) {

    public DemandTerms {
        title = LotTerms.written(title);
        description = LotTerms.written(description);
        quality = Map.copyOf(quality);
    }

    Asked asked() {
        return new Asked(materialCode, quantity, leastQuantity, quality);
    }
}
