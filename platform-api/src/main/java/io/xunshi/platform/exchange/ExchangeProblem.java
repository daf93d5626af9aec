package io.xunshi.platform.exchange;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about stock, lots and demands. */
public enum ExchangeProblem implements ProblemCode {
    LOT_NOT_FOUND("exchange.lot-not-found", ProblemCategory.NOT_FOUND),
    DEMAND_NOT_FOUND("exchange.demand-not-found", ProblemCategory.NOT_FOUND),
    /** Somebody holds it, or it has ended. */
    LOT_NOT_OFFERED("exchange.lot-not-offered", ProblemCategory.CONFLICT),
    /** Somebody else has it. */
    LOT_NOT_HELD("exchange.lot-not-held", ProblemCategory.CONFLICT),
    DEMAND_ENDED("exchange.demand-ended", ProblemCategory.CONFLICT),
    /** More is offered or taken out than the organisation has and does not offer already. */
    STOCK_SHORT("exchange.stock-short", ProblemCategory.CONFLICT),
    /** The account would hold more than any yard does. */
    STOCK_FULL("exchange.stock-full", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_OFFERS("exchange.too-many-offers", ProblemCategory.LIMITED),
    REPORT_NOT_FOUND("exchange.report-not-found", ProblemCategory.NOT_FOUND),
    TOO_MANY_REPORTS("exchange.too-many-reports", ProblemCategory.CONFLICT),
    /** What a laboratory read of one material says nothing of another. */
    MATERIAL_REPORTED("exchange.material-reported", ProblemCategory.CONFLICT),
    /** Neither CSV in a known encoding nor XLSX. */
    FILE_NOT_READABLE("exchange.file-not-readable", ProblemCategory.UNPROCESSABLE),
    FILE_COLUMNS("exchange.file-columns", ProblemCategory.UNPROCESSABLE),
    FILE_EMPTY("exchange.file-empty", ProblemCategory.UNPROCESSABLE),
    FILE_TOO_LONG("exchange.file-too-long", ProblemCategory.TOO_LARGE),
    FILE_TOO_WIDE("exchange.file-too-wide", ProblemCategory.TOO_LARGE),
    /** Another lot of the seller has it, and keeps it. */
    REFERENCE_TAKEN("exchange.reference-taken", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    ExchangeProblem(String code, ProblemCategory category) {
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
