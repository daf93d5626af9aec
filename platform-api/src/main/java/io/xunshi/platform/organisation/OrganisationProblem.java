package io.xunshi.platform.organisation;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about organisations. */
public enum OrganisationProblem implements ProblemCode {
    NOT_FOUND("organisation.not-found", ProblemCategory.NOT_FOUND),
    NOT_A_MEMBER("organisation.not-a-member", ProblemCategory.FORBIDDEN),
    ROLE_MISSING("organisation.role-missing", ProblemCategory.FORBIDDEN),
    /** No business licence of it was approved, or it was closed. */
    NOT_ACTIVE("organisation.not-active", ProblemCategory.CONFLICT),
    LICENCES_MISSING("organisation.licences-missing", ProblemCategory.FORBIDDEN),
    CREDIT_CODE_TAKEN("organisation.credit-code-taken", ProblemCategory.CONFLICT),
    /** Somebody has founded several that are not checked yet. */
    TOO_MANY_PENDING("organisation.too-many-pending", ProblemCategory.LIMITED),
    /** Only an officer closes what is active. */
    ACTIVE_ALREADY("organisation.active-already", ProblemCategory.CONFLICT),
    LICENCE_NOT_FOUND("organisation.licence-not-found", ProblemCategory.NOT_FOUND),
    /** Another officer was first, or its owner took it back. */
    LICENCE_DECIDED("organisation.licence-decided", ProblemCategory.CONFLICT),
    TOO_MANY_LICENCES("organisation.too-many-licences", ProblemCategory.LIMITED),
    /** Nobody decides about an organisation that they act or acted for. */
    NOT_YOURS_TO_DECIDE("organisation.not-yours-to-decide", ProblemCategory.FORBIDDEN),
    /** Wrong, used, withdrawn or too old: one answer, so that guessing learns nothing. */
    INVITATION_NOT_VALID("organisation.invitation-not-valid", ProblemCategory.UNPROCESSABLE),
    INVITATION_NOT_FOUND("organisation.invitation-not-found", ProblemCategory.NOT_FOUND),
    TOO_MANY_INVITATIONS("organisation.too-many-invitations", ProblemCategory.LIMITED),
    MEMBER_ALREADY("organisation.member-already", ProblemCategory.CONFLICT),
    MEMBER_NOT_FOUND("organisation.member-not-found", ProblemCategory.NOT_FOUND),
    /** An organisation without an owner could never be changed again. */
    LAST_OWNER("organisation.last-owner", ProblemCategory.CONFLICT),
    CONTROL_NOT_FOUND("organisation.control-not-found", ProblemCategory.NOT_FOUND),
    CONTROL_DECIDED("organisation.control-decided", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    OrganisationProblem(String code, ProblemCategory category) {
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
