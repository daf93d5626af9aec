package io.xunshi.platform.matching;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about saved searches for lots and demands. */
public enum MatchingProblem implements ProblemCode {
    SEARCH_NOT_FOUND("matching.search-not-found", ProblemCategory.NOT_FOUND),
    /** It would alert of everything. */
    SEARCH_FOR_EVERYTHING("matching.search-for-everything", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_SEARCHES("matching.too-many-searches", ProblemCategory.LIMITED);

    private final String code;
    private final ProblemCategory category;

    MatchingProblem(String code, ProblemCategory category) {
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
