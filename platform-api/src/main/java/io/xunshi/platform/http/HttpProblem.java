package io.xunshi.platform.http;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can be refused at any endpoint. */
public enum HttpProblem implements ProblemCode {
    /** The body or a parameter breaks rules; each field is listed. */
    INVALID("http.invalid", ProblemCategory.INVALID),
    /** The body is no JSON of the expected form. */
    UNREADABLE("http.unreadable", ProblemCategory.INVALID),
    TOO_LARGE("http.too-large", ProblemCategory.TOO_LARGE),
    NOT_FOUND("http.not-found", ProblemCategory.NOT_FOUND),
    METHOD_NOT_ALLOWED("http.method-not-allowed", ProblemCategory.INVALID),
    NOT_ACCEPTABLE("http.not-acceptable", ProblemCategory.INVALID),
    UNSUPPORTED_MEDIA_TYPE("http.unsupported-media-type", ProblemCategory.INVALID),
    NOT_SIGNED_IN("http.not-signed-in", ProblemCategory.UNAUTHENTICATED),
    /** An access token that is wrong, too old or withdrawn. */
    TOKEN_NOT_VALID("http.token-not-valid", ProblemCategory.UNAUTHENTICATED),
    /** Open to people only. */
    NOT_FOR_MACHINES("http.not-for-machines", ProblemCategory.FORBIDDEN),
    /** The access token is good for other things. */
    SCOPE_MISSING("http.scope-missing", ProblemCategory.FORBIDDEN),
    FORBIDDEN("http.forbidden", ProblemCategory.FORBIDDEN),
    CSRF("http.csrf", ProblemCategory.FORBIDDEN),
    PRECONDITION_REQUIRED("http.precondition-required", ProblemCategory.PRECONDITION_REQUIRED),
    STALE("http.stale", ProblemCategory.STALE),
    IDEMPOTENCY_KEY_MISSING("http.idempotency-key-missing", ProblemCategory.INVALID),
    IDEMPOTENCY_KEY_BAD("http.idempotency-key-bad", ProblemCategory.INVALID),
    IDEMPOTENCY_KEY_REUSED("http.idempotency-key-reused", ProblemCategory.UNPROCESSABLE),
    IDEMPOTENCY_IN_FLIGHT("http.idempotency-in-flight", ProblemCategory.CONFLICT),
    TOO_MANY_REQUESTS("http.too-many-requests", ProblemCategory.LIMITED),
    /** Somebody else changed the same thing at the same moment. */
    CONFLICT("http.conflict", ProblemCategory.CONFLICT),
    UNAVAILABLE("http.unavailable", ProblemCategory.UNAVAILABLE),
    /** Our fault; logged with the request's id. */
    INTERNAL("http.internal", ProblemCategory.UNAVAILABLE);

    private final String code;
    private final ProblemCategory category;

    HttpProblem(String code, ProblemCategory category) {
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
