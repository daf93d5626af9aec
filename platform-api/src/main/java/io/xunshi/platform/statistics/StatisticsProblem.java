package io.xunshi.platform.statistics;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can be refused about figures. */
public enum StatisticsProblem implements ProblemCode {
    /** Figures exist only for sizes at which a checkpoint was published. */
    NO_SUCH_CHECKPOINT("statistics.no-such-checkpoint", ProblemCategory.NOT_FOUND);

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
