package io.xunshi.platform.order;

/** What can be done about a purchase that went wrong. */
public enum RemedyKind {
    /** 退货退款: the whole price, once the goods are back. */
    RETURN_AND_REFUND,
    /** 部分退款: the buyer keeps the goods and gets a part of the price. */
    PARTIAL_REFUND,
    /** 仅退款: the whole price, and the goods stay where they are. */
    REFUND_WITHOUT_RETURN,
    /** The seller gets the price; only an officer can decide that. */
    NO_REFUND
}
