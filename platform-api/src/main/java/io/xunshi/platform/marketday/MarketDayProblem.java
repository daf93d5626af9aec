package io.xunshi.platform.marketday;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about market days. */
public enum MarketDayProblem implements ProblemCode {
    NO_SUCH_ORGANISER("marketday.no-such-organiser", ProblemCategory.NOT_FOUND),
    /** There is no such account, or it acts neither for an organisation nor for a point. */
    NOT_A_MEMBER("marketday.not-a-member", ProblemCategory.UNPROCESSABLE),
    SERVES_ANOTHER("marketday.serves-another", ProblemCategory.CONFLICT),
    /** The account has the role, but nobody has entered it for an organiser. */
    NOT_AN_ORGANISER("marketday.not-an-organiser", ProblemCategory.FORBIDDEN),
    BAD_HOURS("marketday.bad-hours", ProblemCategory.INVALID),
    TOO_MANY_DAYS("marketday.too-many-days", ProblemCategory.LIMITED),
    NO_SUCH_DAY("marketday.no-such-day", ProblemCategory.NOT_FOUND),
    DAY_IS_CANCELLED("marketday.day-is-cancelled", ProblemCategory.CONFLICT),
    /** It has begun, so people are there. */
    DAY_HAS_BEGUN("marketday.day-has-begun", ProblemCategory.CONFLICT),
    APPLICATIONS_CLOSED("marketday.applications-closed", ProblemCategory.CONFLICT),
    HAS_A_STALL("marketday.has-a-stall", ProblemCategory.CONFLICT),
    TOO_MANY_STALLS("marketday.too-many-stalls", ProblemCategory.LIMITED),
    NO_SUCH_STALL("marketday.no-such-stall", ProblemCategory.NOT_FOUND),
    /** They are at the stall, or it is over. */
    TOO_LATE_TO_WITHDRAW("marketday.too-late-to-withdraw", ProblemCategory.CONFLICT),
    BAD_CODE("marketday.bad-code", ProblemCategory.INVALID),
    NOT_CHECK_IN_TIME("marketday.not-check-in-time", ProblemCategory.CONFLICT),
    STALL_IS_OVER("marketday.stall-is-over", ProblemCategory.CONFLICT),
    NO_FREE_STALL("marketday.no-free-stall", ProblemCategory.CONFLICT),
    NOT_CHECKED_IN("marketday.not-checked-in", ProblemCategory.CONFLICT),
    /** Nothing of the day is recorded or cancelled any more. */
    BOOKS_CLOSED("marketday.books-closed", ProblemCategory.CONFLICT),
    TOO_MANY_SALES("marketday.too-many-sales", ProblemCategory.LIMITED),
    BAD_AMOUNT("marketday.bad-amount", ProblemCategory.INVALID),
    SALE_ID_TAKEN("marketday.sale-id-taken", ProblemCategory.UNPROCESSABLE),
    NO_SUCH_SALE("marketday.no-such-sale", ProblemCategory.NOT_FOUND),
    /** Not theirs, or kept under an agreement with somebody else. */
    NO_SUCH_LISTING("marketday.no-such-listing", ProblemCategory.NOT_FOUND),
    ITEM_NOT_AVAILABLE("marketday.item-not-available", ProblemCategory.CONFLICT),
    /** It may hold data, so it needs a listing with a wipe record (GB 46864-2025). */
    DEVICE_NEEDS_LISTING("marketday.device-needs-listing", ProblemCategory.UNPROCESSABLE);

    private final String code;
    private final ProblemCategory category;

    MarketDayProblem(String code, ProblemCategory category) {
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
