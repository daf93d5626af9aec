package io.xunshi.platform.credit;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about credit. */
public enum CreditProblem implements ProblemCode {
    NO_SUCH_PERSON("credit.no-such-person", ProblemCategory.NOT_FOUND),
    /** There is no such deed of the person, or it is too old to count. */
    NO_SUCH_DEED("credit.no-such-deed", ProblemCategory.NOT_FOUND),
    /** It takes nothing away from the person's score. */
    NOTHING_TO_APPEAL("credit.nothing-to-appeal", ProblemCategory.UNPROCESSABLE),
    ALREADY_APPEALED("credit.already-appealed", ProblemCategory.CONFLICT),
    TOO_MANY_APPEALS("credit.too-many-appeals", ProblemCategory.LIMITED),
    NO_SUCH_RING("credit.no-such-ring", ProblemCategory.NOT_FOUND),
    NO_SUCH_APPEAL("credit.no-such-appeal", ProblemCategory.NOT_FOUND),
    /** Another officer was faster. */
    APPEAL_CLOSED("credit.appeal-closed", ProblemCategory.CONFLICT),
    /** Nobody decides about their own appeals. */
    NOT_YOURS_TO_DECIDE("credit.not-yours-to-decide", ProblemCategory.FORBIDDEN);

    private final String code;
    private final ProblemCategory category;

    CreditProblem(String code, ProblemCategory category) {
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
