package io.xunshi.platform.order;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about gifts. */
public enum GiftProblem implements ProblemCode {
    NOT_FOUND("gift.not-found", ProblemCategory.NOT_FOUND),
    OWN_THING("gift.own-thing", ProblemCategory.UNPROCESSABLE),
    /** One of the two has blocked the other. */
    BLOCKED("gift.blocked", ProblemCategory.FORBIDDEN),
    ALREADY_ASKED("gift.already-asked", ProblemCategory.CONFLICT),
    /** The window is over, or it is promised or given already. */
    ASKS_CLOSED("gift.asks-closed", ProblemCategory.CONFLICT),
    TOO_MANY_ASKS("gift.too-many-asks", ProblemCategory.LIMITED),
    /** As many have asked for this one thing as may. */
    CROWDED("gift.crowded", ProblemCategory.CONFLICT),
    /** It has moved on, or never may go there. */
    WRONG_STATE("gift.wrong-state", ProblemCategory.CONFLICT),
    NOT_YOURS_TO_DO("gift.not-yours-to-do", ProblemCategory.FORBIDDEN),
    /** Somebody in the choice has not asked, or does not want it any more. */
    NOT_WAITING("gift.not-waiting", ProblemCategory.CONFLICT),
    CODE_WRONG("gift.code-wrong", ProblemCategory.UNPROCESSABLE),
    CODE_LOCKED("gift.code-locked", ProblemCategory.LIMITED),
    /** There is no draw, or it was not drawn yet: its seed is a secret until then. */
    NOT_DRAWN("gift.not-drawn", ProblemCategory.NOT_FOUND);

    private final String code;
    private final ProblemCategory category;

    GiftProblem(String code, ProblemCategory category) {
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
