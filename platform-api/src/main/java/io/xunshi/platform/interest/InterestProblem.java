package io.xunshi.platform.interest;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about what people keep an eye on. */
public enum InterestProblem implements ProblemCode {
    OWN_LISTING("interest.own-listing", ProblemCategory.UNPROCESSABLE),
    OWN_ACCOUNT("interest.own-account", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_SAVED("interest.too-many-saved", ProblemCategory.LIMITED),
    TOO_MANY_FOLLOWED("interest.too-many-followed", ProblemCategory.LIMITED),
    TOO_MANY_SEARCHES("interest.too-many-searches", ProblemCategory.LIMITED),
    /** Everything there is would be news. */
    SEARCH_FOR_EVERYTHING("interest.search-for-everything", ProblemCategory.UNPROCESSABLE),
    SEARCH_NOT_FOUND("interest.search-not-found", ProblemCategory.NOT_FOUND),
    /** The link was used, is too old, or never was one. */
    OFF_LINK_NOT_VALID("interest.off-link-not-valid", ProblemCategory.UNPROCESSABLE);

    private final String code;
    private final ProblemCategory category;

    InterestProblem(String code, ProblemCategory category) {
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
