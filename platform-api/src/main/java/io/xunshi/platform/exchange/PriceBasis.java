package io.xunshi.platform.exchange;

/** How the price of a lot or a demand is said. */
public enum PriceBasis {
    /** For a tonne or a piece. */
    NAMED,
    /** By reference prices that are not known yet; what buyers name is added to them. */
    FORMULA,
    /** The other side is to say one. */
    OFFERS_WANTED
}
