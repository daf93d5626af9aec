package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.util.Set;

/**
 * What a contract says about how it is settled.
 *
 * @param quantity in grams; in pieces where the basis is {@link Count}
 * @param quantityToleranceBp how far from it a delivery closes the contract: usually 300, of bulk 1,000
 * @param overrunAccepted the buyer takes, and pays at the contract's price, what comes above that
 * @param weightStepGrams to which the settlement weight is rounded, usually a kilogram
 * @param provisionalShareBp of the total that is paid while figures are open, 8,000 to 9,500; 10,000 for a deal without
 *     provisional payment
 */
public record SettlementTerms(
        long quantity,
        int quantityToleranceBp,
        boolean overrunAccepted,
        Basis basis,
        ScaleRule scale,
        long weightStepGrams,
        PriceFormula formula,
        Tax tax,
        int provisionalShareBp) {
    public static final int MIN_PROVISIONAL_BP = 8_000;
    public static final int MAX_PROVISIONAL_BP = 9_500;
    public static final int WHOLE_BP = 10_000;

    public SettlementTerms {
        if (quantity < 1 || quantity > WeighTicket.MAX_GRAMS || weightStepGrams < 1) {
            throw new IllegalArgumentException("No quantity: " + quantity);
        }
        if (quantityToleranceBp < 0 || quantityToleranceBp > WHOLE_BP) {
            throw new IllegalArgumentException("No tolerance: " + quantityToleranceBp);
        }
        if (provisionalShareBp != WHOLE_BP
                && (provisionalShareBp < MIN_PROVISIONAL_BP || provisionalShareBp > MAX_PROVISIONAL_BP)) {
            throw new IllegalArgumentException("No provisional share: " + provisionalShareBp);
        }
        if (basis instanceof Count && formula instanceof PriceFormula.Indexed) {
            throw new IllegalArgumentException("Reference prices are of tonnes, not of pieces");
        }
    }

    /** Of a total, what is paid while figures are open; fen, rounded half-even. */
    public long provisionalOf(long totalFen) {
        return Ratio.of(totalFen).times(Ratio.basisPoints(provisionalShareBp)).rounded();
    }

    /** What the contract takes at its price, grams or pieces; whatever comes, where it takes more than was agreed. */
    public long mostQuantity() {
        return overrunAccepted
                ? Long.MAX_VALUE
                : Ratio.of(quantity)
                        .times(Ratio.basisPoints(WHOLE_BP + (long) quantityToleranceBp))
                        .rounded();
    }

    /** What is paid for (结算基准). */
    public sealed interface Basis {}

    /** 按件. */
    public record Count() implements Basis {}

    /** 干净重: net less the inclusions beyond what was agreed. */
    public record DryNet(Allowance inclusion) implements Basis {}

    /**
     * 按合同水分折算: paper, plastics, wood.
     *
     * @param bothWays drier goods than agreed are paid more
     */
    public record MoistureAdjusted(Allowance moisture, Allowance inclusion, boolean bothWays) implements Basis {
        public MoistureAdjusted {
            if (moisture.contractBp() >= WHOLE_BP) {
                throw new IllegalArgumentException("Nothing but water was agreed");
            }
        }
    }

    /**
     * So much of it was agreed.
     *
     * @param attribute as the quality schema names it: <code>inclusion_pct</code>, <code>measured_moisture_pct</code>
     */
    public record Allowance(String attribute, int contractBp) {
        public Allowance {
            if (contractBp < 0 || contractBp > WHOLE_BP) {
                throw new IllegalArgumentException("No share: " + contractBp);
            }
        }
    }

    /**
     * Which weight counts (磅差).
     *
     * @param side whose weight counts while the two are no further apart than the tolerance
     * @param toleranceBp of the seller's weight: usually 30, of ingots 10
     * @param beyond what counts where they are, unless a third scale has weighed
     */
    public record ScaleRule(Side side, int toleranceBp, Beyond beyond) {
        public ScaleRule {
            if (toleranceBp < 0 || toleranceBp > WHOLE_BP) {
                throw new IllegalArgumentException("No tolerance: " + toleranceBp);
            }
        }

        Scale contractScale() {
            return side == Side.SELLER ? Scale.SELLER : Scale.BUYER;
        }
    }

    /** Two ways in which contracts read "the actual weight". */
    public enum Beyond {
        /** 按实收: what arrived on the buyer's scale. */
        RECEIVED,
        /** 按合同约定方: the same side's as within the tolerance. */
        CONTRACT_SIDE
    }

    /**
     * Value added tax.
     *
     * @param rateBp 1,300; 300 by the simplified method (简易计税, 财税〔2021〕40号); 0
     * @param included the price is meant with tax (含税价)
     */
    public record Tax(int rateBp, boolean included) {
        private static final Set<Integer> RATES = Set.of(0, 300, 1_300);

        public Tax {
            if (!RATES.contains(rateBp)) {
                throw new IllegalArgumentException("No rate: " + rateBp);
            }
        }
    }
}
