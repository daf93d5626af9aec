package io.xunshi.platform.pricing;

/** A party of a deal. */
public enum Side {
    SELLER,
    BUYER;

    public Side other() {
        return switch (this) {
            case SELLER -> BUYER;
            case BUYER -> SELLER;
        };
    }
}
