package io.xunshi.platform.listing;

/**
 * That a thing can be sent (快递), besides being handed over in person.
 *
 * @param parcelGrams what the packed thing weighs at most
 */
public record ShippingTerms(ShippingPayer payer, int parcelGrams) {

    /** The heaviest parcel that carriers take without ado. */
    public static final int PARCEL_GRAMS_MAX = 30_000;

    public ShippingTerms {
        if (payer == null) {
            throw new IllegalArgumentException("Terms of shipping say who pays for it");
        }
    }
}
