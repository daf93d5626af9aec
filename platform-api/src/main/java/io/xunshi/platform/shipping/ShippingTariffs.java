package io.xunshi.platform.shipping;

/** What parcels cost to send (运费): reference data with versions, from the city to any province of the mainland. */
public interface ShippingTariffs {

    /** The heaviest parcel that is carried. */
    int WEIGHT_GRAMS_MAX = 30_000;

    /**
     * By the version of today. The first kilogram has a price, and every further one that is begun another.
     *
     * @param province of GB/T 2260, two digits; raises {@link ShippingProblem#NOT_SHIPPED_THERE} for an unknown one
     * @param grams from 1 to {@link #WEIGHT_GRAMS_MAX}
     */
    ShippingQuote quote(String province, int grams);
}
