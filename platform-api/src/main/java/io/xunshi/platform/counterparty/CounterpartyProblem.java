package io.xunshi.platform.counterparty;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused around records of counterparties. */
public enum CounterpartyProblem implements ProblemCode {
    ORGANISATION_NOT_FOUND("counterparty.organisation-not-found", ProblemCategory.NOT_FOUND),
    /** The deal had no claim, it has not ended, or it is between others. */
    NO_CLAIM("counterparty.no-claim", ProblemCategory.NOT_FOUND);

    private final String code;
    private final ProblemCategory category;

    CounterpartyProblem(String code, ProblemCategory category) {
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
