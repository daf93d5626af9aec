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
    TOO_MANY_REPORTS("messaging.too-many-reports", ProblemCategory.LIMITED),
    /** A moderator has closed the sender's mouth for a while; <code>until</code> says how long. */
    MUTED("messaging.muted", ProblemCategory.FORBIDDEN),
    /** Who may write has nothing to appeal against. */
    NOT_MUTED("messaging.not-muted", ProblemCategory.CONFLICT),
    MUTE_APPEALED("messaging.mute-appealed", ProblemCategory.CONFLICT),
    MUTE_APPEAL_NOT_FOUND("messaging.mute-appeal-not-found", ProblemCategory.NOT_FOUND),
    /** Another moderator was faster. */
    MUTE_APPEAL_CLOSED("messaging.mute-appeal-closed", ProblemCategory.CONFLICT),
    /** Nobody decides about what they decided themselves, or are part of. */
    MUTE_APPEAL_NOT_YOURS_TO_DECIDE("messaging.mute-appeal-not-yours-to-decide", ProblemCategory.FORBIDDEN),
    REPORT_NOT_FOUND("messaging.report-not-found", ProblemCategory.NOT_FOUND),
    /** Another moderator was faster. */
    REPORT_CLOSED("messaging.report-closed", ProblemCategory.CONFLICT),
    /** Nobody decides about themselves. */
    REPORT_NOT_YOURS_TO_DECIDE("messaging.report-not-yours-to-decide", ProblemCategory.FORBIDDEN),
    /** The operator has no keys to push with. */
    PUSH_OFF("messaging.push-off", ProblemCategory.CONFLICT),
    /** The browser's push service is none that we send to. */
    PUSH_SERVICE_UNKNOWN("messaging.push-service-unknown", ProblemCategory.UNPROCESSABLE),
    PUSH_KEYS_INVALID("messaging.push-keys-invalid", ProblemCategory.UNPROCESSABLE),
    OFFER_NOT_FOUND("messaging.offer-not-found", ProblemCategory.NOT_FOUND),
    /** The seller wants the asking price. */
    OFFERS_NOT_TAKEN("messaging.offers-not-taken", ProblemCategory.CONFLICT),
    /** A seller names a price to somebody who has not written yet. */
    NOBODY_ASKED("messaging.nobody-asked", ProblemCategory.CONFLICT),
    /** <code>least</code> and <code>most</code> are the prices that may be named, where there are any. */
    OFFER_OUT_OF_RANGE("messaging.offer-out-of-range", ProblemCategory.UNPROCESSABLE),
    /** The two have one that waits for its answer. */
    OFFER_WAITING("messaging.offer-waiting", ProblemCategory.CONFLICT),
    TOO_MANY_OFFERS("messaging.too-many-offers", ProblemCategory.LIMITED),
    /** It was answered, its time is up, or the item is promised to somebody else. */
    OFFER_CLOSED("messaging.offer-closed", ProblemCategory.CONFLICT),
    /** The listing asks less now, or says something else. */
    OFFER_OVERTAKEN("messaging.offer-overtaken", ProblemCategory.CONFLICT),
    /** Who made an offer waits for the other side. */
    OFFER_NOT_YOURS_TO_ANSWER("messaging.offer-not-yours-to-answer", ProblemCategory.FORBIDDEN),
    /** A seller accepts the offer of somebody who holds as many unpaid items as one may. */
    BUYER_HOLDS_TOO_MUCH("messaging.buyer-holds-too-much", ProblemCategory.CONFLICT);

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
