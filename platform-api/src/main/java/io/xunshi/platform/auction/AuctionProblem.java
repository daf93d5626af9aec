package io.xunshi.platform.auction;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about auctions. */
public enum AuctionProblem implements ProblemCode {
    NOT_FOUND("auction.not-found", ProblemCategory.NOT_FOUND),
    /** It has moved on, or never may go there. */
    WRONG_STATE("auction.wrong-state", ProblemCategory.CONFLICT),
    /** The lot is not what it was when the auction was drafted. */
    LOT_CHANGED("auction.lot-changed", ProblemCategory.CONFLICT),
    /** What is announced for a time that is over, too soon or too far away. */
    BAD_HOURS("auction.bad-hours", ProblemCategory.UNPROCESSABLE),
    /** Start, tick, reserve or deposit that no bids can be made by. */
    BAD_TERMS("auction.bad-terms", ProblemCategory.UNPROCESSABLE),
    /** 关联方不得竞买 */
    CONTROLLED_WITH_SELLER("auction.controlled-with-seller", ProblemCategory.FORBIDDEN),
    /** 未缴保证金 */
    NO_DEPOSIT("auction.no-deposit", ProblemCategory.CONFLICT),
    NOT_OPEN("auction.not-open", ProblemCategory.CONFLICT),
    BID_TOO_LOW("auction.bid-too-low", ProblemCategory.CONFLICT),
    OFF_TICK("auction.off-tick", ProblemCategory.UNPROCESSABLE),
    BEYOND_LIMIT("auction.beyond-limit", ProblemCategory.UNPROCESSABLE),
    CEILING_BELOW_AMOUNT("auction.ceiling-below-amount", ProblemCategory.UNPROCESSABLE),
    CEILING_NOT_RAISED("auction.ceiling-not-raised", ProblemCategory.CONFLICT),
    OWN_STEP_TOO_SMALL("auction.own-step-too-small", ProblemCategory.UNPROCESSABLE),
    /** A multiple of the price; the answer carries the token that says that it is meant. */
    UNCONFIRMED("auction.unconfirmed", ProblemCategory.CONFLICT),
    /** The price is made in another way here. */
    OTHER_FORMAT("auction.other-format", ProblemCategory.CONFLICT),
    QUANTITY_TOO_SMALL("auction.quantity-too-small", ProblemCategory.CONFLICT),
    QUANTITY_TOO_LARGE("auction.quantity-too-large", ProblemCategory.CONFLICT),
    NOT_BETTER("auction.not-better", ProblemCategory.CONFLICT),
    /** 每人一标 */
    COMMITTED_ALREADY("auction.committed-already", ProblemCategory.CONFLICT),
    NOT_COMMITTED("auction.not-committed", ProblemCategory.CONFLICT),
    COMMITMENT_DIFFERS("auction.commitment-differs", ProblemCategory.UNPROCESSABLE),
    NOT_IN_FINAL_ROUND("auction.not-in-final-round", ProblemCategory.FORBIDDEN);

    private final String code;
    private final ProblemCategory category;

    AuctionProblem(String code, ProblemCategory category) {
        this.code = code;
        this.category = category;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemCategory category() {
        return category;
    }
}
