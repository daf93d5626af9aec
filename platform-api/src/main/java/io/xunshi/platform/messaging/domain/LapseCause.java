package io.xunshi.platform.messaging.domain;

/**
 * Why an offer came to nothing without an answer: a fact with a name, which each reader is told in their own language.
 */
public enum LapseCause {
    /** The listing asks less now than was offered. */
    PRICE_LOWERED,
    /** It says something else of the item now than when the offer was made. */
    LISTING_CHANGED,
    LISTING_WITHDRAWN,
    ITEM_SOLD,
    /** One of the two does not want to hear from the other. */
    BLOCKED
}
