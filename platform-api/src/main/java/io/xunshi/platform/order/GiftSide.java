package io.xunshi.platform.order;

/** The two sides of a gift. */
public enum GiftSide {
    /** 赠送人 */
    GIVER,
    /** 申请人, of whom one may become the receiver */
    ASKER
}
