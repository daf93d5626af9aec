package io.xunshi.platform.deal;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused on the way to a contract. */
public enum DealProblem implements ProblemCode {
    PROPOSAL_NOT_FOUND("deal.proposal-not-found", ProblemCategory.NOT_FOUND),
    DEAL_NOT_FOUND("deal.deal-not-found", ProblemCategory.NOT_FOUND),
    /** Somebody answered it, or its time is up. */
    PROPOSAL_CLOSED("deal.proposal-closed", ProblemCategory.CONFLICT),
    /** The other side has to answer. */
    NOT_YOUR_TURN("deal.not-your-turn", ProblemCategory.CONFLICT),
    /** Its seller names no price; only a proposal can be made. */
    NO_PRICE("deal.no-price", ProblemCategory.CONFLICT),
    /** The lot is another today than the buyer has seen. */
    LOT_CHANGED("deal.lot-changed", ProblemCategory.CONFLICT),
    /** Nobody trades with themselves, or with whom they control. */
    ONE_CONTROL("deal.one-control", ProblemCategory.FORBIDDEN),
    /** The lot's formula names a series that nothing is known of yet. */
    NO_REFERENCE_PRICE("deal.no-reference-price", ProblemCategory.CONFLICT),
    TOO_MANY_PROPOSALS("deal.too-many-proposals", ProblemCategory.LIMITED),
    /** The organisation is no side or has signed, the time is over, or it is signed by both. */
    NOT_TO_SIGN("deal.not-to-sign", ProblemCategory.CONFLICT),
    /** What was signed is not the text of the contract. */
    OTHER_TEXT("deal.other-text", ProblemCategory.UNPROCESSABLE);

    private final String code;
    private final ProblemCategory category;

    DealProblem(String code, ProblemCategory category) {
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
