package io.xunshi.platform.auction;

/** How a price is made (竞价方式). */
public enum AuctionFormat {
    /** 英式（增价）: bids rise in the open. */
    ENGLISH,
    /** 密封报价: everybody hands in one hidden bid. */
    SEALED,
    /** 荷兰式（降价）: the price falls by a clock until somebody takes some of the lot. */
    DUTCH,
    /** 多标的: everybody bids for as much of the lot as they want, and pays their own price. */
    YANKEE
}
