package io.xunshi.platform.deal.domain;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.exchange.LotOffer;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.PriceFormulaJson;
import io.xunshi.platform.pricing.SettlementTerms;
import io.xunshi.platform.pricing.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lot's codes and the trade's custom come to in a contract: the scale of where the goods change hands counts;
 * 0.3 % between two scales is reasonable, of ingots 0.1 % (上期所铸造铝合金交割规则); what the seller stated of inclusions and
 * moisture was agreed.
 */
public record AgreedRules(LotOffer offer, Material material, List<QualityAttribute> schema) {
    private static final int SCALE_BP = 30;
    private static final int INGOT_SCALE_BP = 10;
    private static final int PROVISIONAL_BP = 9_000;
    private static final String STATED_MOISTURE = "contract_moisture_pct";
    private static final String MEASURED_MOISTURE = "measured_moisture_pct";
    private static final String MOISTURE = "moisture_pct";

    /** @param estimateFen what the formula comes to today */
    public SettlementRules of(PriceFormula formula, long estimateFen) {
        var measuresApart =
                schema.stream().anyMatch(attribute -> attribute.code().equals(MEASURED_MOISTURE));
        return new SettlementRules(
                PriceFormulaJson.write(formula),
                estimateFen,
                material.settlementBasis(),
                basisPoints(offer.quality().get(SettlementRules.INCLUSION)),
                measuresApart ? MEASURED_MOISTURE : MOISTURE,
                basisPoints(offer.quality().get(measuresApart ? STATED_MOISTURE : MOISTURE)),
                offer.delivery().equals("AT_SELLER") ? Side.SELLER : Side.BUYER,
                "ingot".equals(offer.quality().get("form")) ? INGOT_SCALE_BP : SCALE_BP,
                offer.payment().equals("PROVISIONAL_AND_FINAL") ? PROVISIONAL_BP : SettlementTerms.WHOLE_BP,
                switch (offer.tax()) {
                    case "INCLUDES_VAT_13" -> 1_300;
                    case "INCLUDES_VAT_3" -> 300;
                    default -> 0;
                },
                true,
                offer.delivery(),
                offer.payment());
    }

    private static int basisPoints(@Nullable String percent) {
        return percent == null
                ? 0
                : new BigDecimal(percent)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .intValueExact();
    }
}
