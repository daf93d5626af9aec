package io.xunshi.platform.connection;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused around programs of organisations. */
public enum ConnectionProblem implements ProblemCode {
    CLIENT_NOT_FOUND("connection.client-not-found", ProblemCategory.NOT_FOUND),
    TOO_MANY_CLIENTS("connection.too-many-clients", ProblemCategory.LIMITED),
    /** A revoked client stays so. */
    CLIENT_REVOKED("connection.client-revoked", ProblemCategory.CONFLICT),
    ENDPOINT_NOT_FOUND("connection.endpoint-not-found", ProblemCategory.NOT_FOUND),
    TOO_MANY_ENDPOINTS("connection.too-many-endpoints", ProblemCategory.LIMITED),
    /** It is paused, or failed for days: nothing goes to it. */
    ENDPOINT_NOT_ACTIVE("connection.endpoint-not-active", ProblemCategory.CONFLICT),
    DELIVERY_NOT_FOUND("connection.delivery-not-found", ProblemCategory.NOT_FOUND);

    private final String code;
    private final ProblemCategory category;

    ConnectionProblem(String code, ProblemCategory category) {
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
