package io.xunshi.platform.order;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about purchases. */
public enum OrderProblem implements ProblemCode {
    NOT_FOUND("order.not-found", ProblemCategory.NOT_FOUND),
    OWN_LISTING("order.own-listing", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_UNPAID("order.too-many-unpaid", ProblemCategory.LIMITED),
    /** The order has moved on, or never may go there. */
    WRONG_STATE("order.wrong-state", ProblemCategory.CONFLICT),
    NOT_YOURS_TO_DO("order.not-yours-to-do", ProblemCategory.FORBIDDEN),
    PICKUP_CODE_WRONG("order.pickup-code-wrong", ProblemCategory.UNPROCESSABLE),
    PICKUP_CODE_LOCKED("order.pickup-code-locked", ProblemCategory.LIMITED),
    /** The review is revealed already, or the time for it is over. */
    REVIEW_CLOSED("order.review-closed", ProblemCategory.CONFLICT),
    NO_SUCH_PERSON("order.no-such-person", ProblemCategory.NOT_FOUND);

    private final String code;
    private final ProblemCategory category;

    OrderProblem(String code, ProblemCategory category) {
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
