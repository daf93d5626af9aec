package io.xunshi.platform.search;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about searching. */
public enum SearchProblem implements ProblemCode {
    /** The engine is down and there is no substitute for what was asked: the next page of a result. */
    UNAVAILABLE("search.unavailable", ProblemCategory.UNAVAILABLE);

    private final String code;
    private final ProblemCategory category;

    SearchProblem(String code, ProblemCategory category) {
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
