package io.xunshi.platform.order;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about rentals. */
public enum RentalProblem implements ProblemCode {
    NOT_FOUND("rental.not-found", ProblemCategory.NOT_FOUND),
    OWN_LISTING("rental.own-listing", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_UNPAID("rental.too-many-unpaid", ProblemCategory.LIMITED),
    /** Past, too far ahead, or the wrong way round. */
    BAD_DAYS("rental.bad-days", ProblemCategory.UNPROCESSABLE),
    /** Shorter or longer than the owner lends. */
    WRONG_LENGTH("rental.wrong-length", ProblemCategory.UNPROCESSABLE),
    /** Somebody else has one of the days, or the thing is being sold. */
    DAYS_TAKEN("rental.days-taken", ProblemCategory.CONFLICT),
    /** The rental has moved on, or never may go there. */
    WRONG_STATE("rental.wrong-state", ProblemCategory.CONFLICT),
    NOT_YOURS_TO_DO("rental.not-yours-to-do", ProblemCategory.FORBIDDEN),
    CODE_WRONG("rental.code-wrong", ProblemCategory.UNPROCESSABLE),
    CODE_LOCKED("rental.code-locked", ProblemCategory.LIMITED),
    /** The owner has not written down what the thing is like. */
    CONDITION_MISSING("rental.condition-missing", ProblemCategory.CONFLICT),
    /** More than is left of the deposit. */
    CLAIM_TOO_HIGH("rental.claim-too-high", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_RECORDS("rental.too-many-records", ProblemCategory.LIMITED);

    private final String code;
    private final ProblemCategory category;

    RentalProblem(String code, ProblemCategory category) {
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
