package io.xunshi.platform.deal.domain;

/** The two sides of a deal. */
public enum Party {
    SELLER,
    BUYER;

    public Party other() {
        return this == SELLER ? BUYER : SELLER;
    }
}
