package io.xunshi.platform.fulfilment;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused while a deal is performed. */
public enum FulfilmentProblem implements ProblemCode {
    /** There is no such deal, it is not signed, or it is between others. */
    NOT_FOUND("fulfilment.not-found", ProblemCategory.NOT_FOUND),
    LOAD_NOT_FOUND("fulfilment.load-not-found", ProblemCategory.NOT_FOUND),
    DOCUMENT_NOT_FOUND("fulfilment.document-not-found", ProblemCategory.NOT_FOUND),
    /** The performance is in another state. */
    NOT_NOW("fulfilment.not-now", ProblemCategory.CONFLICT),
    /** It is the other side's to do. */
    OTHER_SIDE("fulfilment.other-side", ProblemCategory.FORBIDDEN),
    ALL_DISPATCHED("fulfilment.all-dispatched", ProblemCategory.CONFLICT),
    TOO_MANY_LOADS("fulfilment.too-many-loads", ProblemCategory.LIMITED),
    /** Hazardous waste moves only under an e-manifest (危险废物电子转移联单). */
    MANIFEST_MISSING("fulfilment.manifest-missing", ProblemCategory.UNPROCESSABLE),
    TARE_OVER_GROSS("fulfilment.tare-over-gross", ProblemCategory.UNPROCESSABLE),
    NOTHING_WEIGHED("fulfilment.nothing-weighed", ProblemCategory.UNPROCESSABLE),
    /** More than any vehicle carries. */
    TOO_HEAVY("fulfilment.too-heavy", ProblemCategory.UNPROCESSABLE),
    STALE_TARE("fulfilment.stale-tare", ProblemCategory.UNPROCESSABLE),
    /** Weighed before the contract, or later than now. */
    WRONG_TIME("fulfilment.wrong-time", ProblemCategory.UNPROCESSABLE),
    CERTIFICATE_EXPIRED("fulfilment.certificate-expired", ProblemCategory.UNPROCESSABLE),
    DEVICE_UNKNOWN("fulfilment.device-unknown", ProblemCategory.UNPROCESSABLE),
    /** The vehicle weighs other than it used to; somebody may vouch for it with a reason. */
    TARE_DRIFT("fulfilment.tare-drift", ProblemCategory.UNPROCESSABLE),
    PLATE_DIFFERS("fulfilment.plate-differs", ProblemCategory.UNPROCESSABLE),
    /** This scale has weighed the load; another weight is a correction, with a reason. */
    WEIGHED_ALREADY("fulfilment.weighed-already", ProblemCategory.CONFLICT),
    /** Both sides stand by what a third scale said; nobody takes that back alone. */
    THIRD_SCALE_AGREED("fulfilment.third-scale-agreed", ProblemCategory.CONFLICT),
    /** There is no such ticket any more, or nobody has to agree with it. */
    NOTHING_TO_AGREE("fulfilment.nothing-to-agree", ProblemCategory.CONFLICT),
    /** The deal counts pieces, or it counts weight. */
    OTHER_MEASURE("fulfilment.other-measure", ProblemCategory.CONFLICT),
    TOO_MANY_DEVICES("fulfilment.too-many-devices", ProblemCategory.LIMITED),
    /** The umpire is independent of both sides, and so is the laboratory. */
    NOT_INDEPENDENT("fulfilment.not-independent", ProblemCategory.FORBIDDEN),
    READ_ALREADY("fulfilment.read-already", ProblemCategory.CONFLICT),
    /** Nobody has agreed on who is to read. */
    NO_UMPIRE("fulfilment.no-umpire", ProblemCategory.CONFLICT),
    /** The claim has ended, or waits for somebody else. */
    CLAIM_NOT_NOW("fulfilment.claim-not-now", ProblemCategory.CONFLICT),
    /** More than the goods cost. */
    DEDUCTION_TOO_HIGH("fulfilment.deduction-too-high", ProblemCategory.UNPROCESSABLE),
    TOO_MUCH_SAID("fulfilment.too-much-said", ProblemCategory.LIMITED),
    /** The contract's price does not hang on what somebody calls. */
    NO_CALLING("fulfilment.no-calling", ProblemCategory.CONFLICT),
    ALL_CALLED("fulfilment.all-called", ProblemCategory.CONFLICT),
    /** The last day has begun; what is left gets its fixing. */
    CALLING_OVER("fulfilment.calling-over", ProblemCategory.CONFLICT),
    CALL_OUTSIDE_PERIOD("fulfilment.call-outside-period", ProblemCategory.UNPROCESSABLE),
    CALL_NO_TRADING_DAY("fulfilment.call-no-trading-day", ProblemCategory.UNPROCESSABLE),
    /** The day's session has opened, so that a part of its price is known. */
    CALL_TOO_LATE("fulfilment.call-too-late", ProblemCategory.CONFLICT),
    CALL_TOO_MUCH("fulfilment.call-too-much", ProblemCategory.UNPROCESSABLE),
    CALL_TOO_SMALL("fulfilment.call-too-small", ProblemCategory.UNPROCESSABLE),
    NO_SUCH_STATEMENT("fulfilment.no-such-statement", ProblemCategory.NOT_FOUND),
    /** A newer statement counts. */
    STATEMENT_SUPERSEDED("fulfilment.statement-superseded", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    FulfilmentProblem(String code, ProblemCategory category) {
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
