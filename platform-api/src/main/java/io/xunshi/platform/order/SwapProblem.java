package io.xunshi.platform.order;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about swaps. */
public enum SwapProblem implements ProblemCode {
    NOT_FOUND("swap.not-found", ProblemCategory.NOT_FOUND),
    /** Two or three things of as many people, the first of them one's own, and balances that sum to zero. */
    BAD_RING("swap.bad-ring", ProblemCategory.UNPROCESSABLE),
    /** Its owner does not swap it. */
    NOT_OPEN("swap.not-open", ProblemCategory.CONFLICT),
    /** More than the thing costs that it buys. */
    BALANCE_TOO_HIGH("swap.balance-too-high", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_PROPOSALS("swap.too-many-proposals", ProblemCategory.LIMITED),
    /** One of the two does not want to hear from the other. */
    NOT_WELCOME("swap.not-welcome", ProblemCategory.FORBIDDEN),
    /** Its owner has rewritten or repriced it since. */
    THING_CHANGED("swap.thing-changed", ProblemCategory.CONFLICT),
    /** The swap has moved on, or never may go there. */
    WRONG_STATE("swap.wrong-state", ProblemCategory.CONFLICT),
    NOT_YOURS_TO_DO("swap.not-yours-to-do", ProblemCategory.FORBIDDEN),
    CODE_WRONG("swap.code-wrong", ProblemCategory.UNPROCESSABLE),
    CODE_LOCKED("swap.code-locked", ProblemCategory.LIMITED);

    private final String code;
    private final ProblemCategory category;

    SwapProblem(String code, ProblemCategory category) {
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
