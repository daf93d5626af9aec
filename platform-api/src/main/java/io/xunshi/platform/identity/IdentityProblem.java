package io.xunshi.platform.identity;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about accounts. */
public enum IdentityProblem implements ProblemCode {
    BAD_CONTACT("identity.bad-contact", ProblemCategory.INVALID),
    BAD_PASSWORD("identity.bad-password", ProblemCategory.INVALID),
    BAD_DISPLAY_NAME("identity.bad-display-name", ProblemCategory.INVALID),
    BAD_REAL_NAME("identity.bad-real-name", ProblemCategory.INVALID),
    /** Wrong, used, too old or tried too often: one answer, so that guessing learns nothing. */
    CODE_NOT_VALID("identity.code-not-valid", ProblemCategory.UNPROCESSABLE),
    CODE_TOO_SOON("identity.code-too-soon", ProblemCategory.LIMITED),
    CONTACT_TAKEN("identity.contact-taken", ProblemCategory.CONFLICT),
    /** Contact unknown or password wrong: one answer, so that nobody learns who has an account. */
    SIGN_IN_FAILED("identity.sign-in-failed", ProblemCategory.UNAUTHENTICATED),
    SIGN_IN_LOCKED("identity.sign-in-locked", ProblemCategory.LIMITED),
    PASSWORD_WRONG("identity.password-wrong", ProblemCategory.UNPROCESSABLE),
    ACCOUNT_NOT_FOUND("identity.account-not-found", ProblemCategory.NOT_FOUND),
    REAL_NAME_NO_MATCH("identity.real-name-no-match", ProblemCategory.UNPROCESSABLE),
    REAL_NAME_ALREADY_VERIFIED("identity.real-name-already-verified", ProblemCategory.CONFLICT),
    NOTICES_UNAVAILABLE("identity.notices-unavailable", ProblemCategory.UNAVAILABLE),
    /** Asked to be erased, and may only finish what runs. */
    LEAVING("identity.leaving", ProblemCategory.FORBIDDEN),
    SESSION_NOT_FOUND("identity.session-not-found", ProblemCategory.NOT_FOUND),
    /** The password was right, and a code is wanted besides. */
    SECOND_FACTOR_NEEDED("identity.second-factor-needed", ProblemCategory.UNAUTHENTICATED),
    /** Wrong, or used already. */
    SECOND_FACTOR_WRONG("identity.second-factor-wrong", ProblemCategory.UNPROCESSABLE),
    SECOND_FACTOR_ON("identity.second-factor-on", ProblemCategory.CONFLICT),
    REAL_NAME_UNAVAILABLE("identity.real-name-unavailable", ProblemCategory.UNAVAILABLE);

    private final String code;
    private final ProblemCategory category;

    IdentityProblem(String code, ProblemCategory category) {
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
