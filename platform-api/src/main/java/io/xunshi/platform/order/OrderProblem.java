package io.xunshi.platform.order;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about purchases. */
public enum OrderProblem implements ProblemCode {
    NOT_FOUND("order.not-found", ProblemCategory.NOT_FOUND),
    OWN_LISTING("order.own-listing", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_UNPAID("order.too-many-unpaid", ProblemCategory.LIMITED),
    /** The order has moved on, or never may go there. */
    WRONG_STATE("order.wrong-state", ProblemCategory.CONFLICT),
    NOT_YOURS_TO_DO("order.not-yours-to-do", ProblemCategory.FORBIDDEN),
    PICKUP_CODE_WRONG("order.pickup-code-wrong", ProblemCategory.UNPROCESSABLE),
    PICKUP_CODE_LOCKED("order.pickup-code-locked", ProblemCategory.LIMITED),
    /** The buyer has not said that the vehicle stands in their name. */
    TRANSFER_NOT_CONFIRMED("order.transfer-not-confirmed", ProblemCategory.CONFLICT),
    /** The thing is in no register of motor vehicles. */
    NO_TRANSFER_NEEDED("order.no-transfer-needed", ProblemCategory.UNPROCESSABLE),
    /** The review is revealed already, or the time for it is over. */
    REVIEW_CLOSED("order.review-closed", ProblemCategory.CONFLICT),
    DISPUTE_NOT_FOUND("order.dispute-not-found", ProblemCategory.NOT_FOUND),
    /** The purchase is not paid for, was disputed before, or was completed too long ago. */
    DISPUTE_NOT_POSSIBLE("order.dispute-not-possible", ProblemCategory.CONFLICT),
    /** The price has left the seller's balance; nothing is there to be frozen. */
    PRICE_PAID_OUT("order.price-paid-out", ProblemCategory.CONFLICT),
    /** The other side, an officer or the clock was faster. */
    DISPUTE_MOVED_ON("order.dispute-moved-on", ProblemCategory.CONFLICT),
    REMEDY_NOT_POSSIBLE("order.remedy-not-possible", ProblemCategory.UNPROCESSABLE),
    REFUND_AMOUNT_WRONG("order.refund-amount-wrong", ProblemCategory.UNPROCESSABLE),
    EVIDENCE_MISSING("order.evidence-missing", ProblemCategory.UNPROCESSABLE),
    /** A photo that is not ready, or somebody else's. */
    EVIDENCE_NOT_YOURS("order.evidence-not-yours", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_STEPS("order.too-many-steps", ProblemCategory.LIMITED),
    /** An officer who is a side of the purchase, or has decided in the dispute before. */
    OFFICER_CONCERNED("order.officer-concerned", ProblemCategory.FORBIDDEN),
    /** The listing is only handed over in person. */
    NOT_SENT("order.not-sent", ProblemCategory.UNPROCESSABLE),
    /** So many pieces are more than one parcel may weigh. */
    PARCEL_TOO_HEAVY("order.parcel-too-heavy", ProblemCategory.UNPROCESSABLE),
    /** The seller pays for shipping, and the price is less than it. */
    SHIPPING_NOT_COVERED("order.shipping-not-covered", ProblemCategory.UNPROCESSABLE),
    NO_SUCH_PERSON("order.no-such-person", ProblemCategory.NOT_FOUND);

    private final String code;
    private final ProblemCategory category;

    OrderProblem(String code, ProblemCategory category) {
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
