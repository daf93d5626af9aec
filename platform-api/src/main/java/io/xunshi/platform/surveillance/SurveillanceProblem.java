package io.xunshi.platform.surveillance;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can be refused about surveillance cases. */
public enum SurveillanceProblem implements ProblemCode {
    NO_SUCH_CASE("surveillance.no-such-case", ProblemCategory.NOT_FOUND),
    /** The case is in another state by now, or the state has no such move. */
    NOT_NOW("surveillance.not-now", ProblemCategory.CONFLICT),
    /** A grave case is closed by two officers. */
    NEEDS_SECOND_OFFICER("surveillance.needs-second-officer", ProblemCategory.CONFLICT),
    /** A closing says why; nothing else does. */
    REASON_MISSING("surveillance.reason-missing", ProblemCategory.UNPROCESSABLE),
    /** Who asked for the closing does not confirm it. */
    SAME_OFFICER("surveillance.same-officer", ProblemCategory.FORBIDDEN);

    private final String code;
    private final ProblemCategory category;

    SurveillanceProblem(String code, ProblemCategory category) {
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
