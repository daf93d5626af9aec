package io.xunshi.platform.vehicle;

/** Where what is said of a vehicle does not fit what is known of it. */
public enum Discrepancy {
    /** The maker behind the number builds no such brand. */
    BRAND,
    /** It would have been registered before it was built, or years after. */
    YEAR,
    /** It is said to have gone less far than a reading shows. */
    MILEAGE,
    /** A reading is lower than one that was told here before, of the same vehicle. */
    ROLLED_BACK
}
