package io.xunshi.transparency.price;

/** The two sides of a trade; whatever protects firms holds for both. */
public enum TradeSide {
    SELLER,
    BUYER;

    /** The group that controls this side. */
    public String groupOf(PricedTrade trade) {
        return switch (this) {
            case SELLER -> trade.seller();
            case BUYER -> trade.buyer();
        };
    }
}
