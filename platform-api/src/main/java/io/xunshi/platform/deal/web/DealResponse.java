package io.xunshi.platform.deal.web;

import io.xunshi.platform.deal.DealState;
import io.xunshi.platform.deal.domain.ContractTerms;
import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.domain.Party;
import io.xunshi.platform.deal.domain.SettlementRules;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.pricing.FormulaRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal as its two sides read it.
 *
 * @param price for a tonne or a piece; of a lot with a formula, what was added to that
 * @param formula with the price in it; null in contracts of the first template
 * @param value of the quantity at the price, in fen
 * @param contractText what is signed; Chinese, the text that binds
 * @param contractHash its SHA-256 in UTF-8, hexadecimal
 * @param signatures in the order in which they were given
 * @param signBy until when both have to sign
 */
record DealResponse(
        UUID id,
        String code,
        DealState state,
        UUID lotId,
        String lotCode,
        DealParty seller,
        DealParty buyer,
        String materialCode,
        String materialName,
        Measure measure,
        long quantity,
        Money price,
        @Nullable FormulaRequest formula,
        Money value,
        String tax,
        String contractText,
        String contractHash,
        List<SignatureResponse> signatures,
        Instant agreedAt,
        Instant signBy) {

    static DealResponse of(Deal deal) {
        return of(deal, deal.terms());
    }

    private static DealResponse of(Deal deal, ContractTerms terms) {
        return new DealResponse(
                deal.id().value(),
                deal.code(),
                deal.state(),
                deal.lot().value(),
                terms.lotCode(),
                new DealParty(deal.seller().value(), terms.seller().name()),
                new DealParty(deal.buyer().value(), terms.buyer().name()),
                terms.materialCode(),
                terms.materialName(),
                terms.measure(),
                terms.quantity(),
                terms.price(),
                formulaOf(terms.rules()),
                terms.value(),
                terms.tax(),
                deal.contractText(),
                deal.contractHash(),
                deal.signatures().stream()
                        .map(signature -> new SignatureResponse(signature.party(), signature.at()))
                        .toList(),
                deal.agreedAt(),
                deal.signBy());
    }

    private static @Nullable FormulaRequest formulaOf(@Nullable SettlementRules rules) {
        return rules == null ? null : FormulaRequest.of(rules.formula());
    }

    /** @param name as it was when they agreed */
    record DealParty(UUID id, String name) {}

    record SignatureResponse(Party party, Instant at) {}
}
