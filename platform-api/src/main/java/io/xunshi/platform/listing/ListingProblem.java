package io.xunshi.platform.listing;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about listings. */
public enum ListingProblem implements ProblemCode {
    NOT_FOUND("listing.not-found", ProblemCategory.NOT_FOUND),
    /** Somebody was faster, or its owner took it back. */
    NOT_AVAILABLE("listing.not-available", ProblemCategory.CONFLICT),
    /** There are pieces left, and fewer than were wanted. */
    TOO_FEW_LEFT("listing.too-few-left", ProblemCategory.CONFLICT),
    /** One of several things that were wanted together; the detail says which. */
    ONE_NOT_AVAILABLE("listing.one-not-available", ProblemCategory.CONFLICT),
    NOT_FOR_RENT("listing.not-for-rent", ProblemCategory.CONFLICT),
    NOT_EDITABLE("listing.not-editable", ProblemCategory.CONFLICT),
    WRONG_STATE("listing.wrong-state", ProblemCategory.CONFLICT),
    CASE_NOT_FOUND("listing.case-not-found", ProblemCategory.NOT_FOUND),
    /** Another moderator was faster, or the owner took it back. */
    CASE_CLOSED("listing.case-closed", ProblemCategory.CONFLICT),
    /** An appeal is decided by another moderator, and nobody decides about their own things. */
    NOT_YOURS_TO_DECIDE("listing.not-yours-to-decide", ProblemCategory.FORBIDDEN),
    /** There is no refusal, it was appealed before, or the listing has changed since. */
    NOTHING_TO_APPEAL("listing.nothing-to-appeal", ProblemCategory.CONFLICT),
    /** A consignment point keeps it for its owner, by their agreement. */
    MANAGED("listing.managed", ProblemCategory.CONFLICT);

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
