package io.xunshi.platform.listing;

/** Who pays for shipping. */
public enum ShippingPayer {
    /** On top of the price. */
    BUYER,
    /** 包邮: out of the price. */
    SELLER
}
