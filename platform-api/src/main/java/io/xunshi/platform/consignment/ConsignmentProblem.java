package io.xunshi.platform.consignment;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused at consignment points. */
public enum ConsignmentProblem implements ProblemCode {
    NO_SUCH_POINT("consignment.no-such-point", ProblemCategory.NOT_FOUND),
    /** The account has the role, but works at no point. */
    NOT_AT_A_POINT("consignment.not-at-a-point", ProblemCategory.FORBIDDEN),
    /** There is no such account, or nobody has given it the role. */
    NOT_AN_OPERATOR("consignment.not-an-operator", ProblemCategory.UNPROCESSABLE),
    WORKS_ELSEWHERE("consignment.works-elsewhere", ProblemCategory.CONFLICT),
    /** The account is a point's already. */
    ACCOUNT_IS_A_POINT("consignment.account-is-a-point", ProblemCategory.CONFLICT),
    SCHEME_OUT_OF_RANGE("consignment.scheme-out-of-range", ProblemCategory.INVALID),
    SCHEME_BEGINS_TOO_EARLY("consignment.scheme-begins-too-early", ProblemCategory.CONFLICT),
    /** No account has this phone number or address. */
    NO_SUCH_CONSIGNOR("consignment.no-such-consignor", ProblemCategory.UNPROCESSABLE),
    CONSIGNOR_NOT_NAMED("consignment.consignor-not-named", ProblemCategory.INVALID),
    POINT_IS_FULL("consignment.point-is-full", ProblemCategory.CONFLICT),
    NO_SUCH_AGREEMENT("consignment.no-such-agreement", ProblemCategory.NOT_FOUND),
    NO_SUCH_ITEM("consignment.no-such-item", ProblemCategory.NOT_FOUND),
    /** Sold, gone or promised to somebody online: it cannot be done with the item now. */
    ITEM_NOT_AVAILABLE("consignment.item-not-available", ProblemCategory.CONFLICT),
    /** The shelf says another price than the till was told. */
    PRICE_CHANGED("consignment.price-changed", ProblemCategory.CONFLICT),
    NOT_ENOUGH_CASH("consignment.not-enough-cash", ProblemCategory.UNPROCESSABLE),
    /** The agreement's choice or its grace period does not allow it. */
    NOT_BY_THE_AGREEMENT("consignment.not-by-the-agreement", ProblemCategory.CONFLICT),
    PAPER_CODE_WRONG("consignment.paper-code-wrong", ProblemCategory.UNPROCESSABLE),
    NO_OPEN_SHIFT("consignment.no-open-shift", ProblemCategory.CONFLICT),
    SHIFT_IS_OPEN("consignment.shift-is-open", ProblemCategory.CONFLICT),
    DIFFERENCE_NOT_EXPLAINED("consignment.difference-not-explained", ProblemCategory.UNPROCESSABLE),
    DRAWER_HAS_TOO_LITTLE("consignment.drawer-has-too-little", ProblemCategory.CONFLICT),
    NOTHING_TO_SETTLE("consignment.nothing-to-settle", ProblemCategory.CONFLICT),
    NO_SUCH_STATEMENT("consignment.no-such-statement", ProblemCategory.NOT_FOUND),
    /** Another sale was sent under this id. */
    SALE_ID_TAKEN("consignment.sale-id-taken", ProblemCategory.UNPROCESSABLE),
    NO_SUCH_STOCKTAKE("consignment.no-such-stocktake", ProblemCategory.NOT_FOUND),
    STOCKTAKE_IS_OPEN("consignment.stocktake-is-open", ProblemCategory.CONFLICT),
    STOCKTAKE_IS_CLOSED("consignment.stocktake-is-closed", ProblemCategory.CONFLICT),
    REASON_DOES_NOT_FIT("consignment.reason-does-not-fit", ProblemCategory.UNPROCESSABLE),
    DIFFERENCES_NOT_EXPLAINED("consignment.differences-not-explained", ProblemCategory.UNPROCESSABLE),
    BAD_AMOUNT("consignment.bad-amount", ProblemCategory.INVALID);

    private final String code;
    private final ProblemCategory category;

    ConsignmentProblem(String code, ProblemCategory category) {
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
