package io.xunshi.platform.order;

/** Why the giving away of a thing took a step: a fact with a name, which each reader is told in their own language. */
public enum GiftCause {
    OFFERED,
    FIRST_ASKED,
    WINDOW_IS_OVER,
    DRAWN,
    GIVER_CHOSE,
    /** The one before did not get it, and this one was next in line. */
    NEXT_IN_LINE,
    /** The giver typed the code that only the receiver could show. */
    PICKUP_CODE_GIVEN,
    RECEIVER_HAS_IT,
    /** 爽约 */
    NOT_FETCHED_IN_TIME,
    RECEIVER_DECLINED,
    /** The giver's words say why. */
    GIVER_BROKE_PROMISE,
    /** The giver's words say why. */
    GIVER_KEEPS_IT,
    NOT_CHOSEN_IN_TIME,
    NOBODY_LEFT,
    OFFER_TAKEN_BACK
}
