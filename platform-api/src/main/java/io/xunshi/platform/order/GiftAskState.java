package io.xunshi.platform.order;

/** Where one person's asking for a gift stands. */
public enum GiftAskState {
    WAITING,
    /** It is this person's to fetch. */
    PROMISED,
    RECEIVED,
    /** 爽约: was promised it and did not come. */
    NO_SHOW,
    /** Was promised it, and the giver took the promise back. */
    BROKEN,
    /** Did not want it any more. */
    WITHDRAWN,
    /** Somebody else has it, or nobody. */
    PASSED
}
