package io.xunshi.platform.exchange;

/** What is before everybody on the exchange. */
public enum OfferSide {
    /** 货源: somebody has it. */
    LOT,
    /** 求购: somebody looks for it. */
    DEMAND
}
