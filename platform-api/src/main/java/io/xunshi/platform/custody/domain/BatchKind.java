package io.xunshi.platform.custody.domain;

/** How parcels come about. */
public enum BatchKind {
    /** 进货: weighed in from outside the platform. */
    RECEIPT,
    /** 期初建账: the stock account had it before anybody kept parcels; nobody knows from where. */
    OPENING,
    /** 收货: the delivery of a deal was accepted. */
    DELIVERY,
    /** 分拆, 移库: one parcel becomes several, or lies elsewhere. */
    SPLIT,
    /** 合并, 组批: several become one. */
    MERGE,
    /** 加工. */
    PROCESSING,
    /** 盘点: a parcel weighs something else than it should. */
    COUNT,
    /** 冲销: an entry was wrong. What it made is used up, what it had used is there again. */
    REVERSAL;

    /** Whether members enter it with what goes in and what comes out. */
    public boolean isComposed() {
        return switch (this) {
            case SPLIT, MERGE, PROCESSING, COUNT -> true;
            case RECEIPT, OPENING, DELIVERY, REVERSAL -> false;
        };
    }

    /** Whether a counter entry takes it back. */
    public boolean isReversible() {
        return this != DELIVERY && this != REVERSAL;
    }
}
