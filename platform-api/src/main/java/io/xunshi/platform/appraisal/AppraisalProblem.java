package io.xunshi.platform.appraisal;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about appraisals. */
public enum AppraisalProblem implements ProblemCode {
    NOT_FOUND("appraisal.not-found", ProblemCategory.NOT_FOUND),
    /** The listing is not before everybody, or a point keeps it by an agreement. */
    NOT_POSSIBLE("appraisal.not-possible", ProblemCategory.CONFLICT),
    ALREADY_BOOKED("appraisal.already-booked", ProblemCategory.CONFLICT),
    /** It was certified or called off meanwhile, or its day is long over. */
    MOVED_ON("appraisal.moved-on", ProblemCategory.CONFLICT),
    /** The point's things and one's own are appraised by somebody else. */
    NOT_INDEPENDENT("appraisal.not-independent", ProblemCategory.FORBIDDEN),
    NO_LICENCE("appraisal.no-licence", ProblemCategory.FORBIDDEN),
    LICENCE_NOT_VALID("appraisal.licence-not-valid", ProblemCategory.FORBIDDEN),
    OUT_OF_SCOPE("appraisal.out-of-scope", ProblemCategory.FORBIDDEN),
    /** The thing at the counter has another number than the one that is listed. */
    OTHER_THING("appraisal.other-thing", ProblemCategory.UNPROCESSABLE);

    private final String code;
    private final ProblemCategory category;

    AppraisalProblem(String code, ProblemCategory category) {
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
