package io.xunshi.platform.order;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about bundles, beside what is refused about their purchases. */
public enum BundleProblem implements ProblemCode {
    NOT_FOUND("bundle.not-found", ProblemCategory.NOT_FOUND),
    /** One thing alone is an ordinary purchase. */
    TOO_FEW("bundle.too-few", ProblemCategory.UNPROCESSABLE),
    SEVERAL_SELLERS("bundle.several-sellers", ProblemCategory.UNPROCESSABLE),
    /** Somebody was faster with some of it; the detail and <code>gone</code> say with which. */
    NOT_AVAILABLE("bundle.not-available", ProblemCategory.CONFLICT),
    /** It can only be rented, swapped or fetched as a gift. */
    NOT_FOR_SALE("bundle.not-for-sale", ProblemCategory.UNPROCESSABLE),
    /** A consignment point keeps it, and sells each thing for somebody else. */
    KEPT_AT_POINT("bundle.kept-at-point", ProblemCategory.UNPROCESSABLE),
    /** Some of it is only handed over in person. */
    NOT_SENT("bundle.not-sent", ProblemCategory.UNPROCESSABLE),
    TOO_HEAVY("bundle.too-heavy", ProblemCategory.UNPROCESSABLE),
    /** The things wait for one parcel: it is called off as a whole, or not at all. */
    SENT_TOGETHER("bundle.sent-together", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    BundleProblem(String code, ProblemCategory category) {
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
