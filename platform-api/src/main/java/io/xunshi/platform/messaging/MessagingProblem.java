package io.xunshi.platform.messaging;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about conversations. */
public enum MessagingProblem implements ProblemCode {
    CONVERSATION_NOT_FOUND("messaging.conversation-not-found", ProblemCategory.NOT_FOUND),
    OWN_LISTING("messaging.own-listing", ProblemCategory.UNPROCESSABLE),
    /** One of the two does not want to hear from the other. */
    BLOCKED("messaging.blocked", ProblemCategory.FORBIDDEN),
    /** The sender has not confirmed yet; <code>cautions</code> says what was found. */
    LEADS_AWAY("messaging.leads-away", ProblemCategory.UNPROCESSABLE),
    SCAM_LINK("messaging.scam-link", ProblemCategory.UNPROCESSABLE),
    PHOTO_NOT_READY("messaging.photo-not-ready", ProblemCategory.CONFLICT),
    TOO_MANY_MESSAGES("messaging.too-many-messages", ProblemCategory.LIMITED),
    TOO_MANY_CONVERSATIONS("messaging.too-many-conversations", ProblemCategory.LIMITED),
    TOO_MANY_REPORTS("messaging.too-many-reports", ProblemCategory.LIMITED);

    private final String code;
    private final ProblemCategory category;

    MessagingProblem(String code, ProblemCategory category) {
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
