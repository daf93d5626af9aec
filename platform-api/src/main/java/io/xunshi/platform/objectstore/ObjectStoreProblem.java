package io.xunshi.platform.objectstore;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** What can go wrong with stored objects. */
public enum ObjectStoreProblem implements ProblemCode {
    UNAVAILABLE("objectstore.unavailable", ProblemCategory.UNAVAILABLE),
    OBJECT_TOO_LARGE("objectstore.object-too-large", ProblemCategory.TOO_LARGE);

    private final String code;
    private final ProblemCategory category;

    ObjectStoreProblem(String code, ProblemCategory category) {
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
