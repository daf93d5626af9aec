package io.xunshi.platform.payment;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about money. */
public enum PaymentProblem implements ProblemCode {
    PROVIDER_UNAVAILABLE("payment.provider-unavailable", ProblemCategory.UNAVAILABLE),
    NOT_FOUND("payment.not-found", ProblemCategory.NOT_FOUND),
    BAD_AMOUNT("payment.bad-amount", ProblemCategory.INVALID),
    INSUFFICIENT_BALANCE("payment.insufficient-balance", ProblemCategory.CONFLICT),
    /** Nothing of the payment is in escrow, or all of it is on its way back already. */
    NOT_REFUNDABLE("payment.not-refundable", ProblemCategory.CONFLICT),
    /** A webhook whose signature is missing, wrong or too old. */
    BAD_SIGNATURE("payment.bad-signature", ProblemCategory.INVALID);

    private final String code;
    private final ProblemCategory category;

    PaymentProblem(String code, ProblemCategory category) {
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
