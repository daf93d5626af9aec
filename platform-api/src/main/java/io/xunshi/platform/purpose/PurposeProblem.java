package io.xunshi.platform.purpose;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can be refused about looks at personal data. */
public enum PurposeProblem implements ProblemCode {
    /** No purpose was named, or none of this officer's. */
    NEEDED("purpose.needed", ProblemCategory.FORBIDDEN),
    /** Its hours are over, or the officer ended it. */
    OVER("purpose.over", ProblemCategory.CONFLICT),
    CASE_NUMBER_NEEDED("purpose.case-number-needed", ProblemCategory.UNPROCESSABLE),
    /** Only a case can forbid telling, and for half a year at most. */
    CANNOT_BE_SILENT("purpose.cannot-be-silent", ProblemCategory.UNPROCESSABLE),
    /** There is none, or it is one's own, of oneself, or of another authority. */
    NO_SUCH_LOOK("purpose.no-such-look", ProblemCategory.NOT_FOUND),
    ALREADY_REVIEWED("purpose.already-reviewed", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    PurposeProblem(String code, ProblemCategory category) {
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
