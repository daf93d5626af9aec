package io.xunshi.platform.listing;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about listings. */
public enum ListingProblem implements ProblemCode {
    NOT_FOUND("listing.not-found", ProblemCategory.NOT_FOUND),
    /** Somebody was faster, or its owner took it back. */
    NOT_AVAILABLE("listing.not-available", ProblemCategory.CONFLICT),
    NOT_FOR_RENT("listing.not-for-rent", ProblemCategory.CONFLICT),
    NOT_EDITABLE("listing.not-editable", ProblemCategory.CONFLICT),
    WRONG_STATE("listing.wrong-state", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    ListingProblem(String code, ProblemCategory category) {
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
