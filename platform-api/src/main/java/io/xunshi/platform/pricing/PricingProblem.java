package io.xunshi.platform.pricing;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about prices and settlements. */
public enum PricingProblem implements ProblemCode {
    NO_SUCH_SERIES("pricing.no-such-series", ProblemCategory.NOT_FOUND),
    SERIES_EXISTS("pricing.series-exists", ProblemCategory.CONFLICT),
    NO_SUCH_FIXING("pricing.no-such-fixing", ProblemCategory.NOT_FOUND),
    /** Somebody has entered the day meanwhile. */
    FIXED_ALREADY("pricing.fixed-already", ProblemCategory.CONFLICT),
    /** Prices are far from the ones before; the problem carries them as its doubts. */
    CONFIRM_PRICES("pricing.confirm-prices", ProblemCategory.UNPROCESSABLE),
    SAME_PRICE("pricing.same-price", ProblemCategory.INVALID),
    RANGE_TOO_LONG("pricing.range-too-long", ProblemCategory.INVALID),
    /** The parts of the terms do not go together. */
    CONTRADICTION("pricing.contradiction", ProblemCategory.INVALID);

    private final String code;
    private final ProblemCategory category;

    PricingProblem(String code, ProblemCategory category) {
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
