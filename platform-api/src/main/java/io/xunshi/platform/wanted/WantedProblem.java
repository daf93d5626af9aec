package io.xunshi.platform.wanted;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about wanted posts. */
public enum WantedProblem implements ProblemCode {
    NOT_FOUND("wanted.not-found", ProblemCategory.NOT_FOUND),
    TOO_MANY_POSTS("wanted.too-many-posts", ProblemCategory.LIMITED),
    /** It was found, taken back, or its time is up. */
    ENDED("wanted.ended", ProblemCategory.CONFLICT),
    OWN_POST("wanted.own-post", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_ANSWERS("wanted.too-many-answers", ProblemCategory.LIMITED),
    /** Another moderator was faster, or its owner said something else. */
    REVIEW_CLOSED("wanted.review-closed", ProblemCategory.CONFLICT),
    /** Nobody decides about their own posts. */
    NOT_YOURS_TO_DECIDE("wanted.not-yours-to-decide", ProblemCategory.FORBIDDEN);

    private final String code;
    private final ProblemCategory category;

    WantedProblem(String code, ProblemCategory category) {
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
