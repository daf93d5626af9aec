package io.xunshi.platform.custody;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about sites, parcels and batches. */
public enum CustodyProblem implements ProblemCode {
    SITE_UNKNOWN("custody.site-unknown", ProblemCategory.UNPROCESSABLE),
    SITE_NAME_TAKEN("custody.site-name-taken", ProblemCategory.CONFLICT),
    TOO_MANY_SITES("custody.too-many-sites", ProblemCategory.LIMITED),
    PARCEL_UNKNOWN("custody.parcel-unknown", ProblemCategory.UNPROCESSABLE),
    BATCH_NOT_FOUND("custody.batch-not-found", ProblemCategory.NOT_FOUND),
    LOT_UNKNOWN("custody.lot-unknown", ProblemCategory.UNPROCESSABLE),
    /** So much is not left of the parcel. */
    PARCEL_SHORT("custody.parcel-short", ProblemCategory.CONFLICT),
    /** What goes in is not what comes out and is lost. */
    NOT_CONSERVED("custody.not-conserved", ProblemCategory.UNPROCESSABLE),
    /** The process loses more, or less, than its recipe says, and nobody says why. */
    YIELD_OUTSIDE("custody.yield-outside", ProblemCategory.UNPROCESSABLE),
    /** A claim about custody that is stronger than what went in bears. */
    MODEL_TOO_STRONG("custody.model-too-strong", ProblemCategory.UNPROCESSABLE),
    /** All that the stock account has stands in parcels already. */
    NOTHING_UNRECORDED("custody.nothing-unrecorded", ProblemCategory.CONFLICT),
    /** Something was taken of what the batch made. */
    OUTPUT_USED("custody.output-used", ProblemCategory.CONFLICT),
    EVENT_NOT_FOUND("custody.event-not-found", ProblemCategory.NOT_FOUND),
    REVERSED_ALREADY("custody.reversed-already", ProblemCategory.CONFLICT),
    /** Two sides stand by a delivery, and a reversal is reversed by entering things anew. */
    NOT_REVERSIBLE("custody.not-reversible", ProblemCategory.CONFLICT),
    /** No such thing, or nothing to do with the organisations of who asks. */
    NOTHING_TO_TRACE("custody.nothing-to-trace", ProblemCategory.NOT_FOUND);

    private final String code;
    private final ProblemCategory category;

    CustodyProblem(String code, ProblemCategory category) {
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
