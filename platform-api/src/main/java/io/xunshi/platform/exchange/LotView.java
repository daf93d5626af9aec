package io.xunshi.platform.exchange;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;

/**
 * What other modules may know of a lot.
 *
 * @param code what people read aloud, <code>F…</code>
 * @param materialCode as in the material tree
 * @param materialEdition the edition that the lot is described by, and stays described by
 * @param quantity grams, or pieces
 * @param areaCode where the goods lie
 * @param version grows with every change
 */
public record LotView(
        LotId id,
        String code,
        OrganisationId seller,
        LotState state,
        String title,
        String materialCode,
        int materialEdition,
        Measure measure,
        long quantity,
        String areaCode,
        long version) {

    /**
     * What the whole lot is worth at a price, rounded half-even to the fen once (GB/T 8170).
     *
     * @param price for a tonne, or for a piece
     * @throws ArithmeticException beyond what a long holds
     */
    public Money valueAt(Money price) {
        return measure.value(price, quantity);
    }
}
