package io.xunshi.platform.regulation;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that the rules refuse. */
public enum RegulationProblem implements ProblemCode {
    /** The rules are named in <code>rules</code>. */
    REFUSED("regulation.refused", ProblemCategory.UNPROCESSABLE),
    /** Such goods have no numbers and hold no data. */
    NOT_A_DEVICE("regulation.not-a-device", ProblemCategory.UNPROCESSABLE),
    /** A wipe record is about a device, which its number names. */
    NUMBER_MISSING("regulation.number-missing", ProblemCategory.CONFLICT),
    WIPE_RECORD_NOT_FOUND("regulation.wipe-record-not-found", ProblemCategory.NOT_FOUND),
    /** A verified record stands; a failed one is replaced by a new declaration. */
    WIPE_RECORD_DECIDED("regulation.wipe-record-decided", ProblemCategory.CONFLICT),
    /** The verifier has another device in hand, or did not look. */
    OTHER_DEVICE("regulation.other-device", ProblemCategory.UNPROCESSABLE),
    /** Nobody verifies their own device. */
    OWN_DEVICE("regulation.own-device", ProblemCategory.UNPROCESSABLE);

    private final String code;
    private final ProblemCategory category;

    RegulationProblem(String code, ProblemCategory category) {
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
