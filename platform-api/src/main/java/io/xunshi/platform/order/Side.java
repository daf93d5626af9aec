package io.xunshi.platform.order;

/** The two sides of a purchase. */
public enum Side {
    BUYER,
    SELLER
}
