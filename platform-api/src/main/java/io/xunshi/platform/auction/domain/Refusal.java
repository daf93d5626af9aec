package io.xunshi.platform.auction.domain;

/** Why something that somebody wants to do at an auction, of whichever kind, is refused. */
public enum Refusal {
    /** Not open yet, or not any more. */
    NOT_OPEN,
    /** 未缴保证金 */
    NO_DEPOSIT,
    /** 资质不符 */
    NOT_LICENSED,
    /** 关联方不得竞买 */
    CONTROLLED_WITH_SELLER,
    OFF_TICK,
    /** More than any price may be. */
    BEYOND_LIMIT,
    TOO_LOW,
    CEILING_BELOW_AMOUNT,
    /** Who is ahead can only raise their ceiling. */
    CEILING_NOT_RAISED,
    OWN_STEP_TOO_SMALL,
    /** It is a multiple of the price: do they mean it? */
    UNCONFIRMED,
    /** Less than anybody may take, or no multiple of what is sold together. */
    QUANTITY_TOO_SMALL,
    /** More than there is. */
    QUANTITY_TOO_LARGE,
    /** 只可加码: a bid may be improved, never worsened or taken back. */
    NOT_BETTER,
    /** One sealed bid each. */
    COMMITTED_ALREADY,
    /** Revealed without having been committed to. */
    NOT_COMMITTED,
    /** What is revealed does not have the hash that was committed to. */
    COMMITMENT_DIFFERS,
    /** 最终报价轮: only who was equal to the best bids again. */
    NOT_IN_FINAL_ROUND
}
