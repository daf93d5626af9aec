package io.xunshi.platform.organisation;

/** What an organisation is in a deal. */
public enum TradeSide {
    SELLER,
    BUYER,
    CARRIER
}
