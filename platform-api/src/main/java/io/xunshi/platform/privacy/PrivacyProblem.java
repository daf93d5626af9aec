package io.xunshi.platform.privacy;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can be refused in the privacy centre. */
public enum PrivacyProblem implements ProblemCode {
    TOPIC_NOT_FOUND("privacy.topic-not-found", ProblemCategory.NOT_FOUND),
    CONSENT_NOT_FOUND("privacy.consent-not-found", ProblemCategory.NOT_FOUND),
    /** It is given by doing something, a check of one's name say, and not by saying so. */
    CONSENT_NOT_RENEWABLE("privacy.consent-not-renewable", ProblemCategory.CONFLICT),
    ARCHIVE_UNDER_WAY("privacy.archive-under-way", ProblemCategory.CONFLICT),
    TOO_MANY_ARCHIVES("privacy.too-many-archives", ProblemCategory.LIMITED),
    /** Of another person, forgotten by now, or not put together yet. */
    ARCHIVE_NOT_FOUND("privacy.archive-not-found", ProblemCategory.NOT_FOUND),
    LINK_NOT_VALID("privacy.link-not-valid", ProblemCategory.NOT_FOUND),
    ERASURE_UNDER_WAY("privacy.erasure-under-way", ProblemCategory.CONFLICT),
    NO_ERASURE("privacy.no-erasure", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    PrivacyProblem(String code, ProblemCategory category) {
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
