package io.xunshi.platform.trace;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can be refused about the log. */
public enum TraceProblem implements ProblemCode {
    NO_SUCH_FILE("trace.no-such-file", ProblemCategory.NOT_FOUND),
    /** No order of this code, or nothing of it is in the log yet. */
    NOT_SEALED("trace.not-sealed", ProblemCategory.NOT_FOUND),
    /** There is no such deal, or the reader is on neither side of it. */
    NO_SUCH_DEAL("trace.no-such-deal", ProblemCategory.NOT_FOUND);

    private final String code;
    private final ProblemCategory category;

    TraceProblem(String code, ProblemCategory category) {
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
