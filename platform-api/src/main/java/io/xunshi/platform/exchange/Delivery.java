package io.xunshi.platform.exchange;

/** Who brings the goods to whom. */
public enum Delivery {
    /** 自提: the buyer fetches them, loaded by the seller. */
    AT_SELLER,
    /** 送到: the seller brings them. */
    TO_BUYER
}
