package io.xunshi.platform.exchange;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.pricing.PriceFormula;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lot offers to whoever deals over it.
 *
 * @param termsVersion grows when its seller says something else of it
 * @param remaining what of it no deal has yet, grams or pieces
 * @param leastQuantity the smallest part that is sold
 * @param quality the seller's answers to the material's quality attributes
 * @param packing a code, as <code>delivery</code>, <code>payment</code> and <code>tax</code> are
 * @param price for a tonne or a piece; null where the buyer is to say one
 * @param formula what a price that is agreed is added to
 * @param inspectionTo the last day on which the goods can be looked at; null where that was not offered
 */
public record LotOffer(
        LotView lot,
        long termsVersion,
        long remaining,
        long leastQuantity,
        int toleranceBasisPoints,
        Map<String, String> quality,
        String packing,
        String address,
        String delivery,
        String payment,
        String tax,
        @Nullable Money price,
        PriceFormula formula,
        @Nullable LocalDate inspectionTo) {

    public LotOffer {
        quality = Map.copyOf(quality);
    }

    /** Whether such a part is sold: not less than the smallest, not more than is left; or all that is left. */
    public boolean isSoldInPartsOf(long part) {
        return part > 0 && part <= remaining && (part >= leastQuantity || part == remaining);
    }
}
