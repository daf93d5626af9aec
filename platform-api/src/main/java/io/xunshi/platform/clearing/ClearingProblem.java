package io.xunshi.platform.clearing;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused around the money of deals. */
public enum ClearingProblem implements ProblemCode {
    BILL_NOT_FOUND("clearing.bill-not-found", ProblemCategory.NOT_FOUND),
    /** It is paid, or a newer statement counts. */
    NOT_DUE("clearing.not-due", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    ClearingProblem(String code, ProblemCategory category) {
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
