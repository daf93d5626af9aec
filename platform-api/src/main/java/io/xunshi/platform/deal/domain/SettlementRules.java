package io.xunshi.platform.deal.domain;

import io.xunshi.platform.catalog.SettlementBasis;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.PriceFormulaJson;
import io.xunshi.platform.pricing.SettlementTerms;
import io.xunshi.platform.pricing.SettlementTerms.Allowance;
import io.xunshi.platform.pricing.SettlementTerms.Beyond;
import io.xunshi.platform.pricing.SettlementTerms.ScaleRule;
import io.xunshi.platform.pricing.SettlementTerms.Tax;
import io.xunshi.platform.pricing.Side;

/**
 * How a contract is settled, as it is stored and put into words.
 *
 * @param formulaJson with the agreed price in it, see {@link PriceFormulaJson}
 * @param estimateFen what a tonne or a piece came to on the day of the deal
 * @param inclusionBp how much of what is not the material was agreed, of goods that are weighed
 * @param moistureAttribute what is measured of goods that are brought to the contract's moisture, empty for others
 * @param scale whose weight counts while the two are close
 * @param provisionalBp the share that is paid while figures are open
 * @param deliveryCode as in the lot, as is the payment
 */
public record SettlementRules(
        String formulaJson,
        long estimateFen,
        SettlementBasis basis,
        int inclusionBp,
        String moistureAttribute,
        int moistureBp,
        Side scale,
        int scaleToleranceBp,
        int provisionalBp,
        int taxBp,
        boolean taxIncluded,
        String deliveryCode,
        String paymentCode) {
    /** As the quality schemas name what is not the material. */
    public static final String INCLUSION = "inclusion_pct";

    /** To the kilogram (GB/T 8170). */
    private static final long WEIGHT_STEP_GRAMS = 1_000;

    public PriceFormula formula() {
        return PriceFormulaJson.readWritten(formulaJson);
    }

    /** @param quantity grams or pieces */
    public SettlementTerms terms(long quantity, int toleranceBp) {
        return new SettlementTerms(
                quantity,
                toleranceBp,
                false,
                settled(),
                new ScaleRule(scale, scaleToleranceBp, Beyond.RECEIVED),
                WEIGHT_STEP_GRAMS,
                formula(),
                new Tax(taxBp, taxIncluded),
                provisionalBp);
    }

    private SettlementTerms.Basis settled() {
        var inclusion = new Allowance(INCLUSION, inclusionBp);
        return switch (basis) {
            case COUNT -> new SettlementTerms.Count();
            case DRY_NET -> new SettlementTerms.DryNet(inclusion);
            case MOISTURE_ADJ ->
                new SettlementTerms.MoistureAdjusted(new Allowance(moistureAttribute, moistureBp), inclusion, false);
        };
    }
}
