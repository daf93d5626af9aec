package io.xunshi.platform.oversight;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can be refused at the desk. */
public enum OversightProblem implements ProblemCode {
    NO_SUCH_TRADE("oversight.no-such-trade", ProblemCategory.NOT_FOUND),
    NO_SUCH_QUERY("oversight.no-such-query", ProblemCategory.NOT_FOUND),
    /** The platform has no data for the indicator. */
    NOT_COUNTED("oversight.not-counted", ProblemCategory.NOT_FOUND);

    private final String code;
    private final ProblemCategory category;

    OversightProblem(String code, ProblemCategory category) {
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
