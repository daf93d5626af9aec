package io.xunshi.platform.messaging.domain;

/** What a card tells. Those of an order carry <code>orderId</code> and <code>orderCode</code>. */
public enum CardKind {
    ORDER_PLACED,
    ORDER_PAID,
    ORDER_SHIPMENT_WANTED,
    ORDER_SHIPMENT_DUE,
    ORDER_SHIPMENT_CANCELLATION_BEGUN,
    ORDER_SHIPPED,
    ORDER_DELIVERED,
    ORDER_PARCEL_LOST,
    ORDER_HANDED_OVER,
    HANDOVER_OBJECTED,
    ORDER_COMPLETED,
    ORDER_EXPIRED,
    ORDER_CANCELLATION_BEGUN,
    ORDER_CANCELLED,
    ORDER_REFUNDED,
    /**
     * A step of a dispute; also carries <code>disputeId</code>, <code>step</code>, <code>state</code> and, where it
     * names an amount, <code>refundFen</code>; <code>by</code> where a side took it.
     */
    DISPUTE,
    /** To those who asked and are not the buyer. */
    LISTING_RESERVED,
    LISTING_RELEASED,
    LISTING_SOLD,
    LISTING_WITHDRAWN,
    /** Carries <code>fromFen</code> and <code>toFen</code>. */
    PRICE_CHANGED,
    /** Those of a price offer carry <code>offerId</code>, <code>priceFen</code> and its author's <code>side</code>. */
    OFFER_MADE,
    OFFER_DECLINED,
    OFFER_EXPIRED,
    /** Carries the <code>cause</code>, too. */
    OFFER_LAPSED,
    /**
     * A step of a swap; carries <code>swapId</code>, <code>orderCode</code>, <code>cause</code>, <code>state</code>,
     * and the titles of what is <code>given</code> for what is <code>asked</code>.
     */
    SWAP,
    /** The seller has what the other side looks for; carries <code>wantedId</code> and its <code>words</code>. */
    WANTED_ANSWERED
}
