package io.xunshi.platform.auction;

/** Why an auction took a step: a fact with a name, which each reader is told in their own language. */
public enum AuctionCause {
    SELLER_DRAFTED,
    SELLER_PUBLISHED,
    SELLER_CANCELLED,
    /** Nobody else ever saw it. */
    DRAFT_DROPPED,
    NOT_PUBLISHED_IN_TIME,
    INSPECTION_BEGAN,
    OPENED,
    /** 延时: a bid came within the last minutes. */
    LATE_BID,
    TIME_OVER,
    /** 售罄: nothing of the lot is left. */
    SOLD_OUT,
    /** 最高价相同: the best of the sealed bids are equal. */
    EQUAL_BIDS,
    NO_BIDS,
    RESERVE_MET,
    /** The seller takes the best bid though it is below the reserve. */
    SELLER_TOOK_LESS,
    /** 未达保留价: the seller did not take less. */
    RESERVE_NOT_MET,
    /** 无法签约: no contract with who has won can be written: one control with the seller, or no reference price. */
    NO_CONTRACT,
    BOTH_SIGNED,
    /** 中标人违约: the winner did not sign in time. */
    WINNER_FAILED,
    /** 卖方违约: the seller did not sign in time. */
    SELLER_FAILED,
    /** 递补未接受: who bid next did not want it at their own price. */
    SECOND_DECLINED
}
