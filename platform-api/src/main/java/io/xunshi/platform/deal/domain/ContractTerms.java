package io.xunshi.platform.deal.domain;

import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.pricing.SettlementTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What two sides agreed, frozen: later changes of the lot, the material or the names are none of this deal.
 *
 * @param template the version of the text it is said in
 * @param materialEdition the edition of the material tree
 * @param quantity grams or pieces
 * @param price for a tonne or a piece; of a lot with a formula, what is added to that
 * @param value of the quantity at the price, rounded half-even to the fen once; of a formula, at what it came to on the
 *     day
 * @param quality as the seller stated it, in the order of the schema
 * @param rules how it is settled; null in the first template, which leaves that to the two
 */
public record ContractTerms(
        int template,
        String dealCode,
        String lotCode,
        Side seller,
        Side buyer,
        String materialCode,
        String materialName,
        int materialEdition,
        String standard,
        Measure measure,
        String unit,
        long quantity,
        int toleranceBasisPoints,
        Money price,
        Money value,
        List<Stated> quality,
        String packing,
        String place,
        String delivery,
        String payment,
        String tax,
        @Nullable LocalDate inspectionTo,
        LocalDate agreedOn,
        @Nullable SettlementRules rules) {

    public ContractTerms {
        quality = List.copyOf(quality);
    }

    /** What a settlement computes with; empty for the first template. */
    public Optional<SettlementTerms> settlement() {
        return Optional.ofNullable(rules).map(agreed -> agreed.terms(quantity, toleranceBasisPoints));
    }

    /** @param creditCode 统一社会信用代码 */
    public record Side(String name, String creditCode, String place) {}

    /** @param unit empty where it has none */
    public record Stated(String name, String value, String unit) {}
}
