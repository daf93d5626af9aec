package io.xunshi.platform.tender;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about tenders. */
public enum TenderProblem implements ProblemCode {
    NOT_FOUND("tender.not-found", ProblemCategory.NOT_FOUND),
    QUESTION_NOT_FOUND("tender.question-not-found", ProblemCategory.NOT_FOUND),
    QUOTE_NOT_FOUND("tender.quote-not-found", ProblemCategory.NOT_FOUND),
    /** It has moved on, or never may go there. */
    WRONG_STATE("tender.wrong-state", ProblemCategory.CONFLICT),
    /** The time for quotes is over. */
    CLOSED("tender.closed", ProblemCategory.CONFLICT),
    /** The quotes are sealed until the close. */
    STILL_SEALED("tender.still-sealed", ProblemCategory.CONFLICT),
    /** The time for questions is over. */
    QUESTIONS_OVER("tender.questions-over", ProblemCategory.CONFLICT),
    /** 关联方不得报价 */
    ONE_CONTROL("tender.one-control", ProblemCategory.FORBIDDEN),
    /** The supplier says something else of a lot today than when it was quoted. */
    LOT_CHANGED("tender.lot-changed", ProblemCategory.CONFLICT),
    TOO_MANY_TENDERS("tender.too-many-tenders", ProblemCategory.LIMITED),
    TOO_MANY_QUESTIONS("tender.too-many-questions", ProblemCategory.LIMITED);

    private final String code;
    private final ProblemCategory category;

    TenderProblem(String code, ProblemCategory category) {
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
