package io.xunshi.platform.invoicing;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about invoice data. */
public enum InvoicingProblem implements ProblemCode {
    INVOICE_NOT_FOUND("invoicing.invoice-not-found", ProblemCategory.NOT_FOUND),
    DEAL_NOT_FOUND("invoicing.deal-not-found", ProblemCategory.NOT_FOUND),
    /** An invoice follows the final statement and its payment. */
    NOT_SETTLED("invoicing.not-settled", ProblemCategory.CONFLICT),
    NOTHING_TO_INVOICE("invoicing.nothing-to-invoice", ProblemCategory.CONFLICT),
    INVOICED_ALREADY("invoicing.invoiced-already", ProblemCategory.CONFLICT),
    /** Somebody, anywhere on the platform, has entered an invoice of this number. */
    NUMBER_TAKEN("invoicing.number-taken", ProblemCategory.CONFLICT),
    /** It was reversed, or answered in the same way already. */
    NOT_NOW("invoicing.not-now", ProblemCategory.CONFLICT),
    PURCHASE_NOT_FOUND("invoicing.purchase-not-found", ProblemCategory.NOT_FOUND),
    /** More than the law lets be invoiced for a natural person in twelve months (公告2024年第5号). */
    OVER_LIMIT("invoicing.over-limit", ProblemCategory.UNPROCESSABLE),
    RECEIPT_USED("invoicing.receipt-used", ProblemCategory.CONFLICT),
    BATCH_NOT_FOUND("invoicing.batch-not-found", ProblemCategory.NOT_FOUND),
    NOTHING_TO_EXPORT("invoicing.nothing-to-export", ProblemCategory.CONFLICT),
    TOO_MANY_TO_EXPORT("invoicing.too-many-to-export", ProblemCategory.UNPROCESSABLE);

    private final String code;
    private final ProblemCategory category;

    InvoicingProblem(String code, ProblemCategory category) {
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
