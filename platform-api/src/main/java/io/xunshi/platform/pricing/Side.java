package io.xunshi.platform.pricing;

/** A party of a deal. */
public enum Side {
    SELLER,
    BUYER
}
