package io.xunshi.platform.statistics;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can be refused about figures. */
public enum StatisticsProblem implements ProblemCode {
    /** Figures exist only for sizes at which a checkpoint was published. */
    NO_SUCH_CHECKPOINT("statistics.no-such-checkpoint", ProblemCategory.NOT_FOUND),
    /** No prices were published for this week and vintage. */
    NO_SUCH_RELEASE("statistics.no-such-release", ProblemCategory.NOT_FOUND),
    /** The question has more rows than one answer may. */
    TOO_MANY_PRICES("statistics.too-many-prices", ProblemCategory.UNPROCESSABLE),
    /** There is no such deal, or the reader is on neither side of it. */
    NO_SUCH_DEAL("statistics.no-such-deal", ProblemCategory.NOT_FOUND),
    /** A price is observed with the final statement, and of goods that are weighed. */
    NOT_OBSERVED("statistics.not-observed", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    StatisticsProblem(String code, ProblemCategory category) {
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
