package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.pricing.Side;
import org.jspecify.annotations.Nullable;

/**
 * The independent laboratory that reads the third part of the sample (仲裁化验机构): whom both sides name, or whom an officer
 * names.
 *
 * @param bySeller whom the seller has named; null where it has not
 * @param byBuyer whom the buyer has named; null where it has not
 * @param byOfficer null where no officer had to
 */
public record Umpire(
        @Nullable String bySeller,
        @Nullable String byBuyer,
        @Nullable String byOfficer) {
    public static final Umpire NOBODY_YET = new Umpire(null, null, null);

    /** Null where nobody is chosen yet. */
    public @Nullable String laboratory() {
        if (byOfficer != null) {
            return byOfficer;
        }
        return bySeller != null && bySeller.equals(byBuyer) ? bySeller : null;
    }

    public Umpire named(Side by, String laboratory) {
        return by == Side.SELLER
                ? new Umpire(laboratory, byBuyer, byOfficer)
                : new Umpire(bySeller, laboratory, byOfficer);
    }

    public Umpire namedByOfficer(String laboratory) {
        return new Umpire(bySeller, byBuyer, laboratory);
    }
}
