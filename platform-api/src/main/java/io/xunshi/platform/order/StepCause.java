package io.xunshi.platform.order;

/** Why a purchase took a step: a fact with a name, which each reader is told in their own language. */
public enum StepCause {
    ORDER_PLACED,
    PAID_IN_TIME,
    /** The reservation was over, but nobody else had taken the item. */
    PAID_LATE,
    MONEY_IN_ESCROW,
    MONEY_RETURNED,
    /** The seller typed the code that only the buyer could show. */
    PICKUP_CODE_GIVEN,
    SELLER_CLAIMED_HANDOVER,
    BUYER_CONFIRMED_RECEIPT,
    /** The buyer's words say why. */
    BUYER_OBJECTED,
    /** The buyer's words say why. */
    BUYER_CANCELLED,
    /** The seller's words say why. */
    SELLER_CANCELLED,
    /** Somebody carried it away from the seller's counter while its till had no connection. */
    SOLD_AT_COUNTER,
    /** The seller's shop counted its shelf, and it was gone. */
    GOODS_LOST,
    NOT_PAID_IN_TIME,
    NOT_COLLECTED_IN_TIME,
    NOT_HANDED_OVER_IN_TIME,
    NOT_OBJECTED_IN_TIME,
    NOT_RETURNED_IN_TIME,
    /** The carrier has the parcel. */
    CARRIER_PICKED_UP,
    CARRIER_DELIVERED,
    /** The carrier says so, or nothing was heard of the parcel for too long. */
    PARCEL_LOST,
    /** The carrier says that it does not have the parcel, and will not take it. */
    LABEL_VOIDED,
    NOT_SHIPPED_IN_TIME,
    NOT_VOIDED_IN_TIME,
    /** The buyer opened a dispute; the purchase's timer pauses. */
    DISPUTE_OPENED,
    /** The buyer let it be; the purchase goes on where it stood. */
    DISPUTE_WITHDRAWN,
    /** Agreed, decided or run out; the escrow is shared out. */
    DISPUTE_ENDED
}
