package io.xunshi.platform.pricing.web;

import io.xunshi.platform.pricing.Delivery;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.Settlement.Paid;
import io.xunshi.platform.pricing.SettlementTerms;
import io.xunshi.platform.pricing.SettlementTerms.Allowance;
import io.xunshi.platform.pricing.SettlementTerms.Basis;
import io.xunshi.platform.pricing.SettlementTerms.Beyond;
import io.xunshi.platform.pricing.SettlementTerms.Count;
import io.xunshi.platform.pricing.SettlementTerms.DryNet;
import io.xunshi.platform.pricing.SettlementTerms.MoistureAdjusted;
import io.xunshi.platform.pricing.SettlementTerms.ScaleRule;
import io.xunshi.platform.pricing.SettlementTerms.Tax;
import io.xunshi.platform.pricing.Side;
import io.xunshi.platform.pricing.WeighTicket;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Terms of a deal, and what came.
 *
 * @param quantity in grams; in pieces where they are counted
 * @param provisionalShareBp 8,000 to 9,500; 10,000 for none
 * @param paidFen before
 */
record SettlementRequest(
        @Min(1) @Max(WeighTicket.MAX_GRAMS) long quantity,
        @Min(0) @Max(SettlementTerms.WHOLE_BP) int quantityToleranceBp,
        boolean overrunAccepted,
        @NotNull @Valid BasisRequest basis,
        @NotNull @Valid ScaleRequest scale,
        @Min(1) @Max(1_000_000) long weightStepGrams,
        @Min(0) @Max(1_300) int taxRateBp,
        boolean taxIncluded,

        @Min(SettlementTerms.MIN_PROVISIONAL_BP) @Max(SettlementTerms.WHOLE_BP)
        int provisionalShareBp,

        @NotNull @Size(max = 40) List<@NotNull @Valid TicketRequest> tickets,
        @Min(0) @Max(1_000_000_000) long pieces,
        @Min(0) @Max(MAX_FEN) long paidFen,
        @Min(0) @Max(MAX_FEN) long depositFen) {
    private static final long MAX_FEN = 1_000_000_000_000_000L;

    SettlementTerms terms(PriceFormula formula) {
        return new SettlementTerms(
                quantity,
                quantityToleranceBp,
                overrunAccepted,
                basis.basis(),
                scale.rule(),
                weightStepGrams,
                formula,
                new Tax(taxRateBp, taxIncluded),
                provisionalShareBp);
    }

    Delivery delivery() {
        return new Delivery(tickets.stream().map(TicketRequest::ticket).toList(), pieces);
    }

    Paid paid() {
        return new Paid(paidFen, depositFen);
    }

    /** What is paid for. */
    enum BasisKind {
        COUNT,
        DRY_NET,
        MOISTURE_ADJ
    }

    /**
     * @param moistureBp agreed; without meaning where the basis is another
     * @param bothWays drier goods than agreed are paid more
     */
    record BasisRequest(
            @NotNull BasisKind kind,

            @NotNull @Pattern(regexp = ATTRIBUTE) String moistureAttribute,

            @Min(0) @Max(SettlementTerms.WHOLE_BP - 1) int moistureBp,

            @NotNull @Pattern(regexp = ATTRIBUTE) String inclusionAttribute,

            @Min(0) @Max(SettlementTerms.WHOLE_BP) int inclusionBp,
            boolean bothWays) {
        static final String ATTRIBUTE = "[a-z][a-z0-9_]{1,39}";

        Basis basis() {
            var inclusion = new Allowance(inclusionAttribute, inclusionBp);
            return switch (kind) {
                case COUNT -> new Count();
                case DRY_NET -> new DryNet(inclusion);
                case MOISTURE_ADJ ->
                    new MoistureAdjusted(new Allowance(moistureAttribute, moistureBp), inclusion, bothWays);
            };
        }
    }

    /** @param toleranceBp of the seller's weight */
    record ScaleRequest(
            @NotNull Side side,
            @Min(0) @Max(SettlementTerms.WHOLE_BP) int toleranceBp,
            @NotNull Beyond beyond) {
        ScaleRule rule() {
            return new ScaleRule(side, toleranceBp, beyond);
        }
    }
}
