package io.xunshi.infra.simulation.payment;

/** What can be made to go wrong once. */
public enum Fault {
    /** The next attempt to pay is refused as if by the payer's bank. */
    DECLINE,
    /** The next API request is answered with 500 and nothing is done. */
    ERROR,
    /** The next POST is done, and the answer comes when no caller waits any more. */
    TIME_OUT_AFTER_SUCCESS,
    /** The next POST is done, and the connection breaks before the answer. */
    ANSWER_LOST,
    /** The next payout comes back from the bank. */
    PAYOUT_FAILS
}
